package io.augstream.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** What the noise is before it meets a picture: a deviation of 4096 shows the field itself in steps of 1/4096. */
class GaussianFieldTest {
    private static final int N = 1 << 20;
    private static final int STEPS = 4096;

    /** How many standard errors a figure may miss; one in 16,000 would by chance. The keys are fixed, so this never flickers. */
    private static final double ERRORS = 4;

    private static double[] field(long key, int count) {
        GaussianField field = new GaussianField(key, STEPS, 1, true);
        NoiseScratch scratch = new NoiseScratch();
        double[] values = new double[count];
        for (int from = 0; from < count; from += NoiseScratch.LENGTH) {
            int some = Math.min(NoiseScratch.LENGTH, count - from);
            field.fill(from, some, scratch);
            for (int i = 0; i < some; i++) {
                values[from + i] = scratch.noise[i] / (double) STEPS;
            }
        }
        return values;
    }

    /** In standard errors of two independent fields. */
    private static double correlation(double[] a, double[] b, int lag) {
        double sum = 0;
        int count = a.length - lag;
        for (int i = 0; i < count; i++) {
            sum += a[i] * b[i + lag];
        }
        return sum / Math.sqrt(count);
    }

    @Test
    void isNormalByKolmogorovAndSmirnov() {
        NormalDistribution normal = new NormalDistribution();
        double[] cumulated = IntStream.rangeClosed(-6 * STEPS, 6 * STEPS)
                .mapToDouble(step -> normal.cumulativeProbability((step + 0.5) / STEPS))
                .toArray();
        for (long key : new long[] {0, 1, 2, -1, 0x5eedL << 40}) {
            int[] counts = new int[cumulated.length];
            for (double value : field(key, N)) {
                counts[(int) Math.round(value * STEPS) + 6 * STEPS]++;
            }
            double distance = 0;
            long below = 0;
            for (int i = 0; i < counts.length; i++) {
                below += counts[i];
                distance = Math.max(distance, Math.abs(below / (double) N - cumulated[i]));
            }
            // Significance 1%: 1.628 / √n.
            assertTrue(distance < 1.628 / Math.sqrt(N), "key " + key + ": " + distance * Math.sqrt(N));
        }
    }

    @Test
    void hasTheMomentsOfANormalNumber() {
        double[] values = field(3, 4 * N);
        double n = values.length;
        double[] moments = new double[5];
        for (double value : values) {
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(value, power) / n;
            }
        }
        // Variances of the moments: 1, 2, 15, 96.
        assertEquals(0, moments[1], ERRORS / Math.sqrt(n));
        assertEquals(1, moments[2], ERRORS * Math.sqrt(2 / n));
        assertEquals(0, moments[3], ERRORS * Math.sqrt(15 / n));
        assertEquals(3, moments[4], ERRORS * Math.sqrt(96 / n));
    }

    @Test
    void hasTheTailsOfANormalNumber() {
        double[] values = field(4, 16 * N);
        NormalDistribution normal = new NormalDistribution();
        for (double limit : new double[] {3, 3.5, 4, 4.5, 5}) {
            for (int side : new int[] {-1, 1}) {
                long beyond = Arrays.stream(values)
                        .filter(value -> side * value > limit)
                        .count();
                double expected = values.length * normal.cumulativeProbability(-limit);
                assertEquals(expected, beyond, ERRORS * Math.sqrt(expected), side * limit + "");
            }
        }
    }

    @Test
    void neighboursAtEveryDistanceAreIndependent() {
        double[] values = field(5, 4 * N);
        double[] squares = Arrays.stream(values)
                .map(value -> (value * value - 1) / Math.sqrt(2))
                .toArray();
        // Channels and pixels; then rows of pictures 32 to 1024 wide, and whole pictures.
        int[] lags = IntStream.concat(
                        IntStream.rangeClosed(1, 64),
                        IntStream.of(96, 128, 256, 512, 672, 768, 1024, 3072, 4096, 65_536, 196_608, N))
                .toArray();
        for (int lag : lags) {
            assertEquals(0, correlation(values, values, lag), ERRORS, "values at " + lag);
            assertEquals(0, correlation(squares, squares, lag), ERRORS, "squares at " + lag);
        }
    }

    @Test
    void pairsFallIntoAllSquaresAlike() {
        double[] values = field(6, 4 * N);
        NormalDistribution normal = new NormalDistribution();
        int parts = 32;
        int[] part = Arrays.stream(values)
                .mapToInt(value -> (int) (parts * normal.cumulativeProbability(value)))
                .toArray();
        for (int lag : new int[] {1, 2, 3, 4, 32, 256, 768, 3072}) {
            int[] counts = new int[parts * parts];
            for (int i = 0; i < part.length - lag; i++) {
                counts[part[i] * parts + part[i + lag]]++;
            }
            double expected = (part.length - lag) / (double) counts.length;
            double chiSquare = Arrays.stream(counts)
                    .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                    .sum();
            double p = 1 - new ChiSquaredDistribution(counts.length - 1).cumulativeProbability(chiSquare);
            assertTrue(p > 1e-3, "lag " + lag + ": p = " + p);
        }
    }

    @Test
    void keysThatDifferInOneBitHaveNothingInCommon() {
        double[] values = field(7, N);
        for (int bit = 0; bit < 64; bit++) {
            double[] others = field(7 ^ 1L << bit, N);
            for (int lag : new int[] {0, 1, 3, 768}) {
                assertEquals(0, correlation(values, others, lag), ERRORS, "bit " + bit + " at " + lag);
            }
        }
    }

    /** Images of one epoch and epochs of one image: keys that count upwards. */
    @Test
    void keysThatCountUpwardsGiveIndependentImages() {
        int images = 40;
        int size = 32 * 32 * 3;
        double[][] fields = new double[images][];
        Arrays.setAll(fields, key -> field(key, size));
        double squares = 0;
        for (int a = 0; a < images; a++) {
            for (int b = 0; b < a; b++) {
                double z = correlation(fields[a], fields[b], 0);
                assertEquals(0, z, ERRORS + 1, a + " and " + b);
                squares += z * z;
            }
        }
        double pairs = images * (images - 1) / 2.0;
        assertEquals(1, squares / pairs, ERRORS * Math.sqrt(2 / pairs));
    }

    /** By the exact quantile in double precision, over all numbers that the hash can give in a grid. */
    @Test
    void isWithinAThousandthOfADeviationOfTheExactQuantile() {
        NormalDistribution normal = new NormalDistribution();
        for (int i = -(1 << 23); i < 1 << 23; i += 1 + Math.max(0, (1 << 23) - 100 - Math.abs(i)) / 300) {
            double x = (i + 0.5) / (1 << 23);
            double exact = x < 0
                    ? normal.inverseCumulativeProbability((1 + x) / 2)
                    : -normal.inverseCumulativeProbability((1 - x) / 2);
            assertEquals(exact, NoiseFormula.rounded((float) x, 5000) / 5000.0, 0.001, "at " + x);
        }
    }
}
