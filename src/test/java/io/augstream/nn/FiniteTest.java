package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteTest {
    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void oneValueIsFoundWhereverItStands(float bad) {
        for (int length : new int[] {1, 255, 256, 257, 700}) {
            for (int at = 0; at < length; at++) {
                float[] values = new float[length + 3];
                values[at] = bad;
                assertFalse(Finite.all(values, length), at + " of " + length);
            }
        }
    }

    @Test
    void theLargestAndTheSmallestNumbersAreFiniteAndWhatLiesBehindIsNotLookedAt() {
        float[] values = new float[600];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
        }
        values[17] = -0f;
        values[18] = Float.MIN_VALUE;
        values[599] = Float.NaN;
        assertTrue(Finite.all(values, 599));
        assertTrue(Finite.all(values, 0));
        assertFalse(Finite.all(values, 600));
    }
}
