package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EffectiveRankTest {
    @Test
    void rowsThatAreMultiplesOfOneAreOfOneDimension() {
        assertEquals(1, EffectiveRank.of(List.of(new float[] {1, 2, 3}, new float[] {-2, -4, -6})), 1e-6);
    }

    @Test
    void asManyEvenDirectionsAreAsManyDimensions() {
        assertEquals(
                3,
                EffectiveRank.of(List.of(new float[] {0, 5, 0}, new float[] {5, 0, 0}, new float[] {0, 0, -5})),
                1e-12);
    }

    /** Singular values 3 and 1: shares 3/4 and 1/4, exp of −¾ ln ¾ − ¼ ln ¼ is 4 / 3^¾. */
    @Test
    void unevenDirectionsCountForLess() {
        assertEquals(4 / Math.pow(3, 0.75), EffectiveRank.of(List.of(new float[] {3, 0}, new float[] {0, 1})), 1e-12);
    }

    @Test
    void nothingIsOfNoDimension() {
        assertEquals(0, EffectiveRank.of(List.of(new float[2], new float[2])));
    }
}
