package io.augstream.image;

import static io.augstream.image.DrawnPictures.filled;
import static io.augstream.image.DrawnPictures.gray;
import static io.augstream.image.DrawnPictures.rows;
import static io.augstream.image.DrawnPictures.samples;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizingTest {
    /** imgscalr's defaults keep the aspect ratio, and its ULTRA_QUALITY makes 6 x 6 of a target of 1 to 5 pixels. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "5, 2", "3, 40", "64, 17", "32, 32"})
    void theSizeIsExactlyTheOneAskedFor(int width, int height) {
        Image resized = Resizing.resize(filled(31, 23, 10, 20, 30), new ImageSize(width, height));
        assertEquals(new ImageSize(width, height), resized.size());
    }

    /** Java2D's bicubic rounds 128 to 129; where colours were multiplied by an alpha of 77/255 that error grows to 4. */
    @ParameterizedTest
    @CsvSource({"7, 9", "40, 30", "16, 15"})
    void anImageOfOneColourKeepsItAndItsChannels(int width, int height) {
        int[][] colours = {{128}, {10, 128, 250}, {10, 128, 250, 77}};
        for (int[] colour : colours) {
            int[] resized = samples(Resizing.resize(filled(16, 16, colour), new ImageSize(width, height)));
            assertEquals(width * height * colour.length, resized.length);
            for (int i = 0; i < resized.length; i++) {
                assertEquals(colour[i % colour.length], resized[i], colour.length == 4 ? 4 : 1);
            }
        }
    }

    @Test
    void halvesKeepTheirSides() {
        Image halves =
                gray("00009999", "00009999", "00009999", "00009999", "00009999", "00009999", "00009999", "00009999");
        String[] small = rows(Resizing.resize(halves, ImageSize.square(4)));
        for (String row : small) {
            assertEquals('0', row.charAt(0));
            assertEquals('9', row.charAt(3));
        }
    }

    @Test
    void theSameSizeIsTheSameImage() {
        Image image = filled(4, 3, 5);
        assertSame(image, Resizing.resize(image, new ImageSize(4, 3)));
        assertSame(image, Resizing.centreCrop(image, new ImageSize(4, 3)));
    }

    @Test
    void theCentreIsKeptAndTheOddMarginFallsRightAndBelow() {
        Image image = gray("00000", "01200", "03400", "00000", "00000");
        assertArrayEquals(new String[] {"12", "34"}, rows(Resizing.centreCrop(image, ImageSize.square(2))));
    }

    @Test
    void aCropLargerThanTheImageIsRefusedWithBothSizes() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Resizing.centreCrop(filled(4, 3, 5), new ImageSize(4, 4)));
        assertEquals("crop 4x4 is larger than the image 4x3", e.getMessage());
    }
}
