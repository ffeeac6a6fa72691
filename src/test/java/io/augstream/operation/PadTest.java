package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import java.util.List;
import org.junit.jupiter.api.Test;

class PadTest {
    private static final Fill DOT = new Fill(List.of((int) '.'));

    @Test
    void eachSideGetsItsPixels() {
        Image picture = Picture.of(
                "abc", //
                "def");
        assertEquals(
                List.of(
                        ".....", //
                        "abc..", "def..", ".....", "....."),
                Picture.rows(new Pad(0, 1, 2, 2, Border.CONSTANT, DOT).apply(picture)));
    }

    @Test
    void theBorderIsSeenThere() {
        Image picture = Picture.of("abc");
        assertEquals(List.of("cbabcba"), Picture.rows(new Pad(2, 0, 2, 0, Border.REFLECT101, DOT).apply(picture)));
        assertEquals(List.of("aabcc"), Picture.rows(new Pad(1, 0, 1, 0, Border.REPLICATE, DOT).apply(picture)));
    }

    @Test
    void negativePixelsAreRefused() {
        var wrong = assertThrows(IllegalArgumentException.class, () -> new Pad(0, 0, -1, 0, Border.WRAP, DOT));
        assertEquals("pixels must lie in [0, 65535] on each side, got -1", wrong.getMessage());
    }
}
