package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftTest {
    private static final Image PICTURE = Picture.of(
            "abcd", //
            "efgh", "ijkl");
    private static final Fill DOT = new Fill(List.of((int) '.'));

    private static List<String> shifted(int right, int down, Border border) {
        return Picture.rows(new Shift(right, down, border, DOT).apply(PICTURE));
    }

    @Test
    void positiveMovesRightAndDownAndTheFillComesIn() {
        assertEquals(List.of("....", ".abc", ".efg"), shifted(1, 1, Border.CONSTANT));
    }

    @Test
    void negativeMovesLeftAndUp() {
        assertEquals(List.of("gh..", "kl..", "...."), shifted(-2, -1, Border.CONSTANT));
    }

    @Test
    void theOtherBordersContinueThePicture() {
        assertEquals(List.of("cbab", "gfef", "kjij"), shifted(2, 0, Border.REFLECT101));
        assertEquals(List.of("baab", "feef", "jiij"), shifted(2, 0, Border.SYMMETRIC));
        assertEquals(List.of("aaab", "eeef", "iiij"), shifted(2, 0, Border.REPLICATE));
        assertEquals(List.of("ijkl", "abcd", "efgh"), shifted(0, 1, Border.WRAP));
    }

    @Test
    void fartherThanThePictureLeavesTheFillAlone() {
        assertEquals(List.of("....", "....", "...."), shifted(4, 0, Border.CONSTANT));
    }

    @Test
    void channelsOfAPixelStayTogetherAndHaveTheirOwnFill() {
        Image two = Image.of(new ImageSize(2, 1), 3, new byte[] {1, 2, 3, 4, 5, 6});
        byte[] moved = new Shift(1, 0, Border.CONSTANT, new Fill(List.of(7, 8, 9)))
                .apply(two)
                .samples();
        assertArrayEquals(new byte[] {7, 8, 9, 1, 2, 3}, moved);
    }

    @Test
    void aDistanceOutOfRangeIsRefused() {
        var wrong =
                assertThrows(IllegalArgumentException.class, () -> new Shift(0, 70_000, Border.CONSTANT, Fill.ZERO));
        assertEquals("pixels must lie in [-65535, 65535], got 70000", wrong.getMessage());
    }
}
