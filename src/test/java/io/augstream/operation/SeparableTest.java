package io.augstream.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.random.CounterRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fast filter against two plain sums in double precision. */
class SeparableTest {
    /** Of the exact level from a half: here float and double may round apart. */
    private static final double NEARLY_A_TIE = 1e-3;

    @ParameterizedTest
    @EnumSource(Border.class)
    void blursOfEverySizeAreTheExactOnesRounded(Border border) {
        CounterRandom random = new CounterRandom(border.ordinal());
        for (int i = 0; i < 60; i++) {
            Image image = Picture.random(1 + random.nextInt(40), 1 + random.nextInt(30), new int[] {1, 3, 4}[i % 3]);
            int kernelSize = 1 + 2 * random.nextInt(i % 10 == 0 ? 60 : 7);
            double sigma = 0.3 + 4 * random.nextDouble();
            assertNearlyExact(image, GaussianBlur.kernel(sigma, kernelSize), border);
        }
    }

    @Test
    void aPixelAndTheWidestKernel() {
        for (Border border : Border.values()) {
            assertNearlyExact(Picture.random(1, 1, 3), GaussianBlur.kernel(100, 999), border);
            assertNearlyExact(Picture.random(7, 3, 1), GaussianBlur.kernel(100, 999), border);
        }
    }

    @Test
    void halvesAreRoundedUp() {
        // 0.25 · 1 + 0.5 · 0 + 0.25 · 1 is half a level in each of the three rows.
        Image image = Picture.of("BAB", "BAB", "BAB");
        Image filtered = new Separable(new double[] {0.25, 0.5, 0.25}, Border.REPLICATE).apply(image);
        assertEquals('B', filtered.sample(1, 1, 0));
    }

    @Test
    void ofAMillionSamplesHardlyOneIsRoundedTheOtherWay() {
        Image image = Picture.random(700, 500, 3);
        double[] kernel = GaussianBlur.kernel(1.1, 5);
        double[] exact = exact(image, kernel, Border.REFLECT101);
        Image filtered = new Separable(kernel, Border.REFLECT101).apply(image);
        int others = 0;
        for (int i = 0; i < exact.length; i++) {
            others += filtered.samples()[i] == Levels.toByte(exact[i]) ? 0 : 1;
        }
        assertTrue(others < 50, others + " of " + exact.length);
    }

    private static void assertNearlyExact(Image image, double[] kernel, Border border) {
        double[] exact = exact(image, kernel, border);
        Image filtered = new Separable(kernel, border).apply(image);
        for (int i = 0; i < exact.length; i++) {
            int level = filtered.samples()[i] & 0xff;
            assertEquals(exact[i], level, 0.5 + NEARLY_A_TIE, image + ", kernel " + kernel.length + ", sample " + i);
        }
    }

    private static double[] exact(Image image, double[] kernel, Border border) {
        double[] rows = along(toDoubles(image), image, kernel, border, false);
        return along(rows, image, kernel, border, true);
    }

    private static double[] toDoubles(Image image) {
        double[] levels = new double[image.samples().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = image.samples()[i] & 0xff;
        }
        return levels;
    }

    private static double[] along(double[] levels, Image image, double[] kernel, Border border, boolean columns) {
        int channels = image.channels();
        int length = columns ? image.height() : image.width();
        double[] sums = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            int x = i / channels % image.width();
            int y = i / channels / image.width();
            for (int tap = 0; tap < kernel.length; tap++) {
                int seen = border.index((columns ? y : x) + tap - kernel.length / 2, length);
                if (seen != Border.FILL) {
                    int pixel = columns ? seen * image.width() + x : y * image.width() + seen;
                    sums[i] += kernel[tap] * levels[pixel * channels + i % channels];
                }
            }
        }
        return sums;
    }

    /** Of rows that are seen again beyond an edge one copy is kept: 999 rows of a million floats would be 4 GB. */
    @Test
    void aLargeKernelOnAFewWideRowsTakesTheMemoryOfThose() {
        byte[] samples = new byte[2_000_000];
        Arrays.fill(samples, (byte) 7);
        Image wide = Image.of(new ImageSize(1_000_000, 2), 1, samples);
        assertArrayEquals(
                samples, new BoxBlur(999, Border.REFLECT101).apply(wide).samples());
    }

    @Test
    void aKernelThatNoArrayHoldsTheRowsOfIsTold() {
        MisfitException told =
                assertThrows(MisfitException.class, () -> Limits.kernelRows(999, new ImageSize(1_000_000, 2000), 3));
        assertEquals(
                "a kernel of 999 pixels is too large for a picture 1000000 pixels wide with 3 channels: it takes 1000 rows in memory,"
                        + " 3000000000 samples, and the limit is 2147483639",
                told.getMessage());
    }
}
