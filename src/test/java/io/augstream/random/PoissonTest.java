package io.augstream.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 1, 3.3, 9.99, 10})
    void isExactForSmallMeans(double mean) {
        assertEquals(0, missesOf(mean, 5_000), 0.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10.01, 17, 60, 255, 2_000})
    void isTheNeighbourForLessThanOneInAThousandOfLargerMeans(double mean) {
        assertTrue(missesOf(mean, 20_000) < 1e-3, "missed " + missesOf(mean, 20_000));
    }

    /** The share of a grid of chances whose count is not the exact one; fails where it is not even the neighbour. */
    private static double missesOf(double mean, int grid) {
        PoissonDistribution exact = new PoissonDistribution(mean);
        int misses = 0;
        for (int i = 0; i < grid; i++) {
            double p = (i + 0.5) / grid;
            double count = Poisson.quantile(mean, p);
            int expected = exact.inverseCumulativeProbability(p);
            assertTrue(Math.abs(count - expected) <= 1, mean + " at " + p + ": " + count);
            misses += count == expected ? 0 : 1;
        }
        return misses / (double) grid;
    }

    @Test
    void darknessHasNoPhotons() {
        assertEquals(0, Poisson.quantile(0, 0));
        assertEquals(0, Poisson.quantile(0, 1 - 0x1.0p-53));
    }

    @Test
    void endsAlsoAtTheLastChanceBelowOne() {
        for (double mean : new double[] {1e-9, 0.1, 1, 5, 10, 11, 1e6}) {
            double last = Poisson.quantile(mean, 1 - 0x1.0p-53);
            assertTrue(last >= mean && last < mean + 10 * Math.sqrt(mean) + 40, mean + " gives " + last);
        }
    }
}
