package io.augstream.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BetaTest {
    private static final int DRAWS = 20_000;

    /** Kolmogorov and Smirnov: further than 1.95 / √n from its distribution is a sample once in a thousand times. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.4, 1, 3, 20})
    void itsNumbersAreDistributedSo(double shape) {
        double[] sorted = draws(shape);
        Arrays.sort(sorted);
        BetaDistribution exact = new BetaDistribution(shape, shape);
        double furthest = 0;
        for (int i = 0; i < DRAWS; i++) {
            double below = exact.cumulativeProbability(sorted[i]);
            furthest = Math.max(furthest, Math.max(below - (double) i / DRAWS, (i + 1.0) / DRAWS - below));
        }
        assertTrue(furthest < 1.95 / Math.sqrt(DRAWS), shape + ": " + furthest);
    }

    @Test
    void aKeyHasOneNumber() {
        assertEquals(draw(0.4, 7), draw(0.4, 7));
        assertEquals(DRAWS, Arrays.stream(draws(0.4)).distinct().count(), DRAWS / 100.0);
    }

    private static double[] draws(double shape) {
        double[] draws = new double[DRAWS];
        Arrays.setAll(draws, i -> draw(shape, i));
        return draws;
    }

    private static double draw(double shape, int index) {
        return Beta.symmetric(RandomKey.of(5).with(index).random(), shape);
    }
}
