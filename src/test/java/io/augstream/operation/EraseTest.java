package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class EraseTest {
    private static final Image PICTURE = Picture.of(
            "abcd", //
            "efgh", "ijkl");
    private static final Fill DOT = new Fill(List.of((int) '.'));

    private static List<String> erased(int left, int top, int width, int height) {
        return Picture.rows(new Erase(left, top, width, height, DOT).apply(PICTURE));
    }

    @Test
    void paintsTheRectangleAndNothingElse() {
        assertEquals(List.of("abcd", "e..h", "i..l"), erased(1, 1, 2, 2));
    }

    @Test
    void whatLiesOutsideTheFrameIsLeftOut() {
        assertEquals(List.of("..cd", "efgh", "ijkl"), erased(-1, -2, 3, 3));
        assertEquals(List.of("abcd", "efgh", "ijk."), erased(3, 2, 9, 9));
        assertEquals(List.of("abcd", "efgh", "ijkl"), erased(4, 0, 2, 2));
        assertEquals(List.of("abcd", "efgh", "ijkl"), erased(-5, 0, 2, 2));
    }

    @Test
    void everyChannelHasItsOwnFill() {
        Image two = Image.of(new ImageSize(2, 1), 3, new byte[] {1, 2, 3, 4, 5, 6});
        byte[] painted =
                new Erase(1, 0, 1, 1, new Fill(List.of(7, 8, 9))).apply(two).samples();
        assertArrayEquals(new byte[] {1, 2, 3, 7, 8, 9}, painted);
    }

    @Test
    void aRectangleWithoutPixelsIsRefused() {
        var wrong = assertThrows(IllegalArgumentException.class, () -> new Erase(0, 0, 0, 3, DOT));
        assertEquals("size must lie in [1, 65535] pixels, got 0", wrong.getMessage());
    }
}
