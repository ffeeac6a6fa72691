package io.augstream.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import io.augstream.operation.ResizedCrop;
import io.augstream.random.CounterRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomResizedCropTest {
    private static final Range RATIO = new Range(3 / 4.0, 4 / 3.0);

    private static ResizedCrop drawn(ImageSize input, Range scale, Range ratio, RandomGenerator random) {
        return (ResizedCrop)
                new RandomResizedCrop(Optional.of(ImageSize.square(32)), scale, ratio, ResizeFilter.BILINEAR, true)
                        .draw(input, random);
    }

    @Test
    void areaAndRatioLieInTheirRangesAndEveryPlaceIsWithinTheImage() {
        ImageSize input = new ImageSize(640, 480);
        double areas = 0;
        double logarithms = 0;
        int fits = 0;
        for (int i = 0; i < 10_000; i++) {
            ResizedCrop crop = drawn(input, new Range(0.08, 0.5), RATIO, new CounterRandom(i));
            ImageSize window = crop.window();
            double area = (double) window.width() * window.height() / (640 * 480);
            double ratio = (double) window.width() / window.height();
            // Sides are rounded to whole pixels: half a pixel of the shortest, 136.
            assertEquals(0.29, area, 0.21 * 1.01);
            assertTrue(ratio > 0.75 * 0.99 && ratio < 4 / 3.0 * 1.01, ratio + "");
            assertTrue(crop.left() + window.width() <= 640 && crop.top() + window.height() <= 480, crop.toString());
            areas += area;
            logarithms += Math.log(ratio);
            fits++;
        }
        // All sizes fit, so both are uniform: four standard errors of the mean of 10,000 draws.
        assertEquals(0.29, areas / fits, 4 * 0.42 / Math.sqrt(12 * 10_000));
        assertEquals(0, logarithms / fits, 4 * 2 * Math.log(4 / 3.0) / Math.sqrt(12 * 10_000));
    }

    @Test
    void everyPlaceIsReached() {
        boolean[] lefts = new boolean[3];
        boolean[] tops = new boolean[5];
        for (int i = 0; i < 500; i++) {
            // 4 x 4 of 6 x 8 pixels.
            ResizedCrop crop = drawn(new ImageSize(6, 8), Range.of(16 / 48.0), Range.of(1), new CounterRandom(i));
            assertEquals(ImageSize.square(4), crop.window());
            lefts[crop.left()] = true;
            tops[crop.top()] = true;
        }
        for (boolean reached : lefts) {
            assertTrue(reached);
        }
        for (boolean reached : tops) {
            assertTrue(reached);
        }
    }

    /** Where ten draws do not fit: as wide or high as the picture, and as the ratio allows, in the middle; torchvision's fallback. */
    @ParameterizedTest
    @CsvSource({
        "100, 10, 0.75, 1.3333333333333333, 43, 0, 13, 10",
        "10, 101, 0.75, 1.3333333333333333, 0, 44, 10, 13",
        "30, 20, 2, 3, 0, 2, 30, 15",
        "1, 9, 0.75, 1.3333333333333333, 0, 4, 1, 1"
    })
    void whereNothingFitsItIsTheMiddle(
            int width, int height, double lowest, double highest, int left, int top, int kept, int keptHeight) {
        ResizedCrop crop =
                drawn(new ImageSize(width, height), Range.of(1), new Range(lowest, highest), new CounterRandom(3));
        assertEquals(
                new ResizedCrop(
                        left, top, new ImageSize(kept, keptHeight), ImageSize.square(32), ResizeFilter.BILINEAR, true),
                crop);
    }

    @Test
    void theWholeAreaAtThePicturesRatioIsTheWholePicture() {
        ResizedCrop crop = drawn(new ImageSize(64, 48), Range.of(1), Range.of(64 / 48.0), new CounterRandom(1));
        assertEquals(new ImageSize(64, 48), crop.window());
        assertEquals(0, crop.left() + crop.top());
    }
}
