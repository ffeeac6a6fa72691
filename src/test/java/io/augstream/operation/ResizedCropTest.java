package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResizedCropTest {
    private static ResizedCrop crop(int left, int top, int width, int height, int size, ResizeFilter filter) {
        return new ResizedCrop(left, top, new ImageSize(width, height), ImageSize.square(size), filter, true);
    }

    @Test
    void theWindowFillsTheResult() {
        Image picture = Picture.of(
                "abcd", //
                "efgh", "ijkl");
        assertEquals(
                List.of("ffgg", "ffgg", "jjkk", "jjkk"),
                Picture.rows(crop(1, 1, 2, 2, 4, ResizeFilter.NEAREST).apply(picture)));
    }

    /** What is cut out and then resized knows nothing of what was around it. */
    @ParameterizedTest
    @EnumSource
    void itIsACropAndAResize(ResizeFilter filter) {
        Image image = Picture.random(30, 20, 3);
        Image window = new Crop(5, 3, new ImageSize(17, 14), Border.CONSTANT, Fill.ZERO).apply(image);
        for (int size : new int[] {1, 6, 15, 40}) {
            Image expected = new Resize(ImageSize.square(size), filter, true).apply(window);
            Image seen = crop(5, 3, 17, 14, size, filter).apply(image);
            assertEquals(expected.size(), seen.size());
            for (int i = 0; i < expected.samples().length; i++) {
                // Bilinear pictures that grow are drawn in whole numbers where they are whole.
                int tolerance = filter == ResizeFilter.BILINEAR ? 1 : 0;
                assertEquals(expected.samples()[i] & 0xff, seen.samples()[i] & 0xff, tolerance);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWindowOfTheResultsSizeIsTheCropBitForBit(ResizeFilter filter) {
        Image image = Picture.random(30, 20, 4);
        assertArrayEquals(
                new Crop(8, 2, ImageSize.square(13), Border.CONSTANT, Fill.ZERO)
                        .apply(image)
                        .samples(),
                crop(8, 2, 13, 13, 13, filter).apply(image).samples());
    }

    @Test
    void aWindowThatSticksOutIsRefused() {
        var wrong = assertThrows(MisfitException.class, () -> crop(4, 0, 5, 3, 2, ResizeFilter.AREA)
                .apply(Picture.random(8, 9, 1)));
        assertEquals(
                "the window 5x3 at column 4 and row 0 must lie within the image, but that is 8x9", wrong.getMessage());
        var left = assertThrows(IllegalArgumentException.class, () -> crop(-1, 0, 5, 3, 2, ResizeFilter.AREA));
        assertEquals("left must lie in [0, 1000000000] pixels, got -1", left.getMessage());
    }
}
