package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of noise on a gray picture, as a user draws it, against the distribution that it is said to have. */
class NoiseStatisticsTest {
    private static final int SIDE = 256;
    private static final int LEVEL = 100;

    /** How many standard errors a figure may miss; the keys are fixed, so this never flickers. */
    private static final double ERRORS = 4;

    /** @param upTo the chance that a level is at most this one, of rounded and clipped noise */
    private record Kind(String settings, IntToDoubleFunction upTo) {
        double chance(int level) {
            return level == 255 ? 1 - upTo(254) : upTo(level) - upTo(level - 1);
        }

        private double upTo(int level) {
            return level < 0 ? 0 : level >= 255 ? 1 : upTo.applyAsDouble(level);
        }

        @Override
        public String toString() {
            return settings;
        }
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind("std: 0.05", k -> normal((k + 0.5 - LEVEL) / (0.05 * 255))),
                new Kind("std: 0.3", k -> normal((k + 0.5 - LEVEL) / (0.3 * 255))),
                new Kind("kind: speckle, std: 0.2", k -> normal((k + 0.5 - LEVEL) / (0.2 * LEVEL))),
                new Kind(
                        "kind: uniform, width: 0.2",
                        k -> Math.max(0, Math.min(1, (k + 0.5 - LEVEL) / (0.2 * 255) + 0.5))),
                new Kind("kind: shot, scale: 0.02", k -> photons(0.02 * 255, k)),
                new Kind("kind: shot, scale: 0.001", k -> photons(0.001 * 255, k)),
                new Kind(
                        "kind: salt_and_pepper, amount: 0.1, salt_share: 0.3",
                        k -> k < LEVEL ? 0.07 : k < 255 ? 0.97 : 1));
    }

    private static double normal(double deviations) {
        return new NormalDistribution().cumulativeProbability(deviations);
    }

    /** n photons of so many levels each round to k at most where they are fewer than k + ½ levels; half a level rounds up. */
    private static double photons(double levels, int k) {
        int most = (int) Math.ceil((k + 0.5) / levels - 1e-9) - 1;
        return new PoissonDistribution(LEVEL / levels).cumulativeProbability(most);
    }

    private static double[] drawn(Kind kind, DrawKey key) {
        byte[] gray = new byte[SIDE * SIDE * 3];
        Arrays.fill(gray, (byte) LEVEL);
        Image image = Image.of(ImageSize.square(SIDE), 3, gray);
        byte[] noisy = Pipeline.parse("stages: [{noise: {" + kind.settings + "}}]")
                .apply(image, key)
                .samples();
        return IntStream.range(0, noisy.length)
                .mapToDouble(i -> noisy[i] & 0xff)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasMeanAndDeviationOfItsDistribution(Kind kind) {
        double[] noise = drawn(kind, new DrawKey(7, 0, "a"));
        double mean = moment(kind, 0, 1);
        double variance = moment(kind, mean, 2);
        double spread = moment(kind, mean, 4) - variance * variance;
        double n = noise.length;
        double shown = Arrays.stream(noise).sum() / n;
        assertEquals(mean, shown, ERRORS * Math.sqrt(variance / n));
        double deviation =
                Math.sqrt(Arrays.stream(noise).map(x -> (x - mean) * (x - mean)).sum() / n);
        assertEquals(Math.sqrt(variance), deviation, ERRORS * Math.sqrt(spread / n) / (2 * Math.sqrt(variance)));
    }

    private static double moment(Kind kind, double centre, int power) {
        return IntStream.rangeClosed(0, 255)
                .mapToDouble(k -> kind.chance(k) * Math.pow(k - centre, power))
                .sum();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasItsDistributionByKolmogorovAndSmirnov(Kind kind) {
        for (int epoch = 0; epoch < 3; epoch++) {
            double[] noise = drawn(kind, new DrawKey(7, epoch, "b"));
            int[] counts = new int[256];
            Arrays.stream(noise).forEach(level -> counts[(int) level]++);
            double below = 0;
            double distance = 0;
            for (int k = 0; k < 256; k++) {
                below += counts[k];
                distance = Math.max(distance, Math.abs(below / noise.length - kind.upTo(k)));
            }
            // Significance 1%; of a distribution in steps, as here, less.
            assertTrue(distance < 1.628 / Math.sqrt(noise.length), kind + ": " + distance);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pixelsAndChannelsAreIndependent(Kind kind) {
        double[] noise = drawn(kind, new DrawKey(7, 0, "c"));
        int row = SIDE * 3;
        for (int lag : new int[] {1, 2, 3, 6, 9, row, 2 * row, row + 3, SIDE, SIDE * SIDE}) {
            assertUncorrelated(
                    kind + " at " + lag,
                    Arrays.copyOf(noise, noise.length - lag),
                    Arrays.copyOfRange(noise, lag, noise.length));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void imagesEpochsAndSeedsAreIndependent(Kind kind) {
        List<DrawKey> keys = List.of(
                new DrawKey(7, 0, "d"),
                new DrawKey(7, 1, "d"),
                new DrawKey(7, 2, "d"),
                new DrawKey(7, 0, "e"),
                new DrawKey(7, 1, "e"),
                new DrawKey(8, 0, "d"));
        for (int a = 0; a < keys.size(); a++) {
            for (int b = 0; b < a; b++) {
                assertUncorrelated(
                        kind + ": " + keys.get(a) + " and " + keys.get(b),
                        drawn(kind, keys.get(a)),
                        drawn(kind, keys.get(b)));
            }
        }
    }

    private static void assertUncorrelated(String what, double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double together = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            together += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        assertEquals(0, together / Math.sqrt(squaresA * squaresB), ERRORS / Math.sqrt(a.length), what);
    }
}
