package io.augstream.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.random.CounterRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegCompressionTest {
    private static Image random(int channels) {
        byte[] samples = new byte[40 * 24 * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) CounterRandom.at(3, i);
        }
        return Image.of(new ImageSize(40, 24), channels, samples);
    }

    private static double meanError(Image image, int quality) {
        byte[] after = JpegCompression.compressed(image, quality).samples();
        double sum = 0;
        for (int i = 0; i < after.length; i++) {
            sum += Math.abs((after[i] & 0xff) - (image.samples()[i] & 0xff));
        }
        return sum / after.length;
    }

    /**
     * A flat block has but its mean, which is 8 · (level − 128) and counted in steps of the table: 16 at quality 50, and
     * scaled by 50 / quality below and by 2 − quality / 50 above (libjpeg's jpeg_quality_scaling), at least 1.
     */
    @ParameterizedTest
    @CsvSource({"50, 16", "10, 80", "25, 32", "75, 8", "90, 3", "100, 1"})
    void flatGrayGoesToTheNearestStepOfTheTable(int quality, int step) {
        for (int level = 0; level < 256; level++) {
            byte[] flat = new byte[16 * 8];
            Arrays.fill(flat, (byte) level);
            int got = JpegCompression.compressed(Image.of(new ImageSize(16, 8), 1, flat), quality)
                    .sample(5, 5, 0);
            double steps = 8.0 * (level - 128) / step;
            double expected = Math.max(0, Math.min(255, 128 + Math.rint(steps) * step / 8));
            boolean tie = Math.abs(steps - Math.floor(steps) - 0.5) < 1e-9;
            assertEquals(expected, got, tie ? step / 8.0 + 0.5 : 0.5, level + " at quality " + quality);
        }
    }

    @Test
    void lowerQualityLosesMore() {
        Image image = random(1);
        assertTrue(meanError(image, 5) > 1.2 * meanError(image, 40));
        assertTrue(meanError(image, 40) > 1.2 * meanError(image, 95));
    }

    @Test
    void grayIsKeptNearlyAtFullQualityAndColoursAreSmoothed() {
        // Chroma has half the resolution, so random colours are lost, and luma is not.
        assertTrue(meanError(random(1), 100) < 0.5);
        assertTrue(meanError(random(3), 100) > 10);
        Image before = Channels.convert(random(3), 1);
        Image after = Channels.convert(JpegCompression.compressed(random(3), 100), 1);
        double sum = 0;
        for (int i = 0; i < before.samples().length; i++) {
            sum += Math.abs((after.samples()[i] & 0xff) - (before.samples()[i] & 0xff));
        }
        // What is clipped to a level changes the luma as well.
        assertTrue(sum / before.samples().length < meanError(random(3), 100) / 2);
    }

    @Test
    void alphaStaysAndColoursAreThoseOfTheOpaqueTwin() {
        Image rgba = random(4);
        byte[] colours = new byte[40 * 24 * 3];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = rgba.samples()[i / 3 * 4 + i % 3];
        }
        byte[] twin = JpegCompression.compressed(Image.of(rgba.size(), 3, colours), 30)
                .samples();
        byte[] expected = rgba.samples().clone();
        for (int i = 0; i < twin.length; i++) {
            expected[i / 3 * 4 + i % 3] = twin[i];
        }
        assertArrayEquals(expected, JpegCompression.compressed(rgba, 30).samples());
    }

    @Test
    void whatIsBeyondTheLimitsIsRefused() {
        assertEquals(
                "quality must lie in [1, 100], got 0",
                assertThrows(IllegalArgumentException.class, () -> JpegCompression.compressed(random(1), 0))
                        .getMessage());
        Image line = Image.of(new ImageSize(1, 65_501), 1, new byte[65_501]);
        assertEquals(
                "a JPEG's sides are at most 65500 pixels, got 1x65501",
                assertThrows(IllegalArgumentException.class, () -> JpegCompression.compressed(line, 50))
                        .getMessage());
    }
}
