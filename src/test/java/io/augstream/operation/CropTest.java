package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class CropTest {
    private static final Image PICTURE = Picture.of(
            "abcd", //
            "efgh", "ijkl");
    private static final Fill DOT = new Fill(List.of((int) '.'));

    private static List<String> cropped(int left, int top, int width, int height, Border border) {
        return Picture.rows(new Crop(left, top, new ImageSize(width, height), border, DOT).apply(PICTURE));
    }

    @Test
    void showsTheWindow() {
        assertEquals(List.of("fg", "jk"), cropped(1, 1, 2, 2, Border.CONSTANT));
        assertEquals(List.of("l"), cropped(3, 2, 1, 1, Border.CONSTANT));
        assertEquals(List.of("abcd", "efgh", "ijkl"), cropped(0, 0, 4, 3, Border.CONSTANT));
    }

    @Test
    void outsideThePictureTheBorderIsSeen() {
        assertEquals(List.of("....", ".abc"), cropped(-1, -1, 4, 2, Border.CONSTANT));
        assertEquals(List.of("l.", ".."), cropped(3, 2, 2, 2, Border.CONSTANT));
        assertEquals(List.of("gfef", "cbab"), cropped(-2, -1, 4, 2, Border.REFLECT101));
        assertEquals(List.of("lijk"), cropped(3, 2, 4, 1, Border.WRAP));
        assertEquals(List.of("aaab", "aaab"), cropped(-2, -1, 4, 2, Border.REPLICATE));
        assertEquals(List.of("dd", "dd"), cropped(9, -7, 2, 2, Border.REPLICATE));
    }

    @Test
    void itMayBeLargerThanThePicture() {
        assertEquals(List.of("......", ".abcd.", ".efgh.", ".ijkl.", "......"), cropped(-1, -1, 6, 5, Border.CONSTANT));
    }

    @Test
    void channelsOfAPixelStayTogetherAndHaveTheirOwnFill() {
        Image two = Image.of(new ImageSize(2, 1), 3, new byte[] {1, 2, 3, 4, 5, 6});
        byte[] cropped = new Crop(1, 0, new ImageSize(2, 1), Border.CONSTANT, new Fill(List.of(7, 8, 9)))
                .apply(two)
                .samples();
        assertArrayEquals(new byte[] {4, 5, 6, 7, 8, 9}, cropped);
    }
}
