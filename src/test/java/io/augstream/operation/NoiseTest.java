package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final int SIDE = 300;
    private static final int N = SIDE * SIDE;

    /** Rounding to whole levels adds the variance of a uniform number of width 1. */
    private static final double ROUNDING_VARIANCE = 1.0 / 12;

    /** How often its standard error an estimate may miss; the noise is fixed by its key, so this never flickers. */
    private static final double ERRORS = 4;

    private static double[] differences(Operation noise, int level) {
        return differences(noise, Picture.constant(SIDE, SIDE, 1, level));
    }

    private static double[] differences(Operation noise, Image image) {
        Image noisy = noise.apply(image);
        double[] differences = new double[image.samples().length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = (noisy.samples()[i] & 0xff) - (image.samples()[i] & 0xff);
        }
        return differences;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    private static double correlation(double[] a, double[] b) {
        double sum = 0;
        double meanA = mean(a);
        double meanB = mean(b);
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1) / Math.sqrt(variance(a) * variance(b));
    }

    /** Standard deviation before rounding. */
    private static void assertMoments(double std, double[] noise) {
        double expected = std * std + ROUNDING_VARIANCE;
        assertEquals(0, mean(noise), ERRORS * Math.sqrt(expected / noise.length), "mean");
        assertEquals(expected, variance(noise), ERRORS * expected * Math.sqrt(2.0 / noise.length), "variance");
    }

    @Test
    void gaussianNoiseHasTheStdThatWasAskedFor() {
        // Truncation in place of rounding shifts the mean by half a level, and gave other libraries 2.18 for 2.55.
        assertMoments(2.55, differences(new AddGaussianNoise(0.01, true, 1), 128));
        assertMoments(12.75, differences(new AddGaussianNoise(0.05, true, 2), 100));
    }

    @Test
    void gaussianNoiseIsNormal() {
        double[] noise = differences(new AddGaussianNoise(0.1, true, 3), 128);
        int withinOne = 0;
        int withinTwo = 0;
        for (double value : noise) {
            withinOne += Math.abs(value) < 25.5 ? 1 : 0;
            withinTwo += Math.abs(value) < 51.5 ? 1 : 0;
        }
        // 68.27% within one deviation of 25.5; 51.5 levels are 2.0196 deviations: 95.66%.
        assertEquals(0.6827, withinOne / (double) N, ERRORS * Math.sqrt(0.25 / N));
        assertEquals(0.9566, withinTwo / (double) N, ERRORS * Math.sqrt(0.05 / N));
    }

    @Test
    void noiseIsClippedAndDoesNotWrap() {
        for (double value : differences(new AddGaussianNoise(0.2, true, 4), 255)) {
            assertTrue(value <= 0 && value > -255);
        }
        for (double value : differences(new AddGaussianNoise(0.2, true, 4), 0)) {
            assertTrue(value >= 0 && value < 255);
        }
    }

    @Test
    void pixelsChannelsAndKeysAreIndependent() {
        Image gray = Picture.constant(SIDE, SIDE, 3, 128);
        double[] noise = differences(new AddGaussianNoise(0.1, true, 5), gray);
        double[] otherKey = differences(new AddGaussianNoise(0.1, true, 6), gray);
        double limit = ERRORS / Math.sqrt(N);
        assertEquals(0, correlation(noise, otherKey), limit, "keys");
        assertEquals(0, correlation(every(3, 0, noise), every(3, 1, noise)), limit, "channels 0 and 1");
        assertEquals(0, correlation(every(3, 0, noise), every(3, 2, noise)), limit, "channels 0 and 2");
        double[] red = every(3, 0, noise);
        assertEquals(0, correlation(every(2, 0, red), every(2, 1, red)), ERRORS / Math.sqrt(N / 2.0), "neighbours");
        double[] upper = java.util.Arrays.copyOfRange(red, 0, N - SIDE);
        double[] lower = java.util.Arrays.copyOfRange(red, SIDE, N);
        assertEquals(0, correlation(upper, lower), limit * 1.01, "rows");
    }

    private static double[] every(int step, int first, double[] values) {
        double[] chosen = new double[values.length / step];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values[i * step + first];
        }
        return chosen;
    }

    @Test
    void channelsShareTheirNoiseWhereAsked() {
        double[] noise = differences(new AddGaussianNoise(0.1, false, 7), Picture.constant(SIDE, SIDE, 3, 128));
        assertArrayEquals(every(3, 0, noise), every(3, 1, noise));
        assertArrayEquals(every(3, 0, noise), every(3, 2, noise));
        assertMoments(25.5, every(3, 0, noise));
    }

    @Test
    void alphaStaysAndColoursAreThoseOfTheOpaqueTwin() {
        Image rgba = Picture.random(20, 10, 4);
        byte[] colours = new byte[20 * 10 * 3];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = rgba.samples()[i / 3 * 4 + i % 3];
        }
        Image rgb = Image.of(rgba.size(), 3, colours);
        for (Operation noise : new Operation[] {
            new AddGaussianNoise(0.3, true, 8),
            new AddSpeckle(0.3, true, 8),
            new AddUniformNoise(0.3, false, 8),
            new AddShotNoise(0.1, true, 8),
            new AddSaltAndPepper(0.9, 0.5, true, 8)
        }) {
            byte[] noisy = noise.apply(rgba).samples();
            byte[] noisyTwin = noise.apply(rgb).samples();
            for (int i = 0; i < noisy.length; i++) {
                byte expected = i % 4 == 3 ? rgba.samples()[i] : noisyTwin[i / 4 * 3 + i % 4];
                assertEquals(expected, noisy[i], noise + " at sample " + i);
            }
        }
    }

    @Test
    void speckleGrowsWithTheLevel() {
        assertMoments(4, differences(new AddSpeckle(0.1, true, 9), 40));
        assertMoments(12, differences(new AddSpeckle(0.1, true, 10), 120));
        assertArrayEquals(new double[N], differences(new AddSpeckle(0.1, true, 11), 0));
    }

    @Test
    void uniformNoiseFillsItsWidthAndNoMore() {
        double[] noise = differences(new AddUniformNoise(0.2, true, 12), 128);
        double limit = 0.1 * 255;
        for (double value : noise) {
            assertTrue(Math.abs(value) <= limit + 0.5);
        }
        assertEquals(-25, java.util.Arrays.stream(noise).min().orElseThrow(), 1);
        assertEquals(25, java.util.Arrays.stream(noise).max().orElseThrow(), 1);
        assertMoments(0.2 * 255 / Math.sqrt(12), noise);
    }

    @Test
    void shotNoiseHasTheVarianceOfCountedPhotons() {
        // x = 100/255 of full scale, one photon 0.02 of it: deviation √(x · scale) of full scale.
        for (double scale : new double[] {0.02, 0.0005}) {
            double std = 255 * Math.sqrt(100 / 255.0 * scale);
            assertMoments(std, differences(new AddShotNoise(scale, true, 13), 100));
        }
    }

    @Test
    void shotNoiseLeavesBlackAndNothingIsBetweenPhotons() {
        assertArrayEquals(new double[N], differences(new AddShotNoise(0.1, true, 14), 0));
        Image noisy = new AddShotNoise(0.2, true, 15).apply(Picture.constant(SIDE, SIDE, 1, 60));
        for (byte level : noisy.samples()) {
            assertEquals(0, (level & 0xff) % 51);
        }
    }

    @Test
    void saltAndPepperChangeTheShareThatWasAskedFor() {
        double[] noise = differences(new AddSaltAndPepper(0.1, 0.3, true, 16), 128);
        int salt = 0;
        int pepper = 0;
        for (double value : noise) {
            salt += value == 127 ? 1 : 0;
            pepper += value == -128 ? 1 : 0;
            assertTrue(value == 0 || value == 127 || value == -128);
        }
        assertEquals(0.03, salt / (double) N, ERRORS * Math.sqrt(0.03 / N));
        assertEquals(0.07, pepper / (double) N, ERRORS * Math.sqrt(0.07 / N));
    }

    @Test
    void theEndsOfSaltAndPepperAreExact() {
        Image image = Picture.random(9, 9, 3);
        assertArrayEquals(
                image.samples(),
                new AddSaltAndPepper(0, 0.5, true, 1).apply(image).samples());
        assertArrayEquals(
                Picture.constant(9, 9, 3, 255).samples(),
                new AddSaltAndPepper(1, 1, true, 1).apply(image).samples());
        assertArrayEquals(
                Picture.constant(9, 9, 3, 0).samples(),
                new AddSaltAndPepper(1, 0, true, 1).apply(image).samples());
    }

    @Test
    void noStrengthChangesNothing() {
        Image image = Picture.random(9, 9, 3);
        for (Operation none : new Operation[] {
            new AddGaussianNoise(0, true, 1), new AddSpeckle(0, true, 1),
            new AddUniformNoise(0, true, 1), new AddShotNoise(0, true, 1)
        }) {
            assertArrayEquals(image.samples(), none.apply(image).samples(), none.toString());
        }
    }
}
