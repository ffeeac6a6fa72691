package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void itIsWithinTwoUnitsInTheLastPlace() {
        for (float t = 0; t <= Exponential.LARGEST; t += 1f / 4096) {
            double expected = StrictMath.exp(-t);
            assertEquals(expected, Exponential.ofMinus(t), 2 * Math.ulp((float) expected), "e to the power of -" + t);
        }
    }

    @Test
    void farBelowItStaysNormalAndWhatIsNotANumberStays() {
        for (float t : new float[] {88, 1e30f, Float.POSITIVE_INFINITY}) {
            assertEquals(StrictMath.exp(-Exponential.LARGEST), Exponential.ofMinus(t), 1e-44);
        }
        assertTrue(Exponential.ofMinus(Exponential.LARGEST) >= Float.MIN_NORMAL);
        assertTrue(Float.isNaN(Exponential.ofMinus(Float.NaN)));
    }
}
