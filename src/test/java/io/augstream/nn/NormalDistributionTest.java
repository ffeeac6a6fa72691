package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.random.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {
    /** Published values: Abramowitz and Stegun, tables 26.1 and 26.2. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746068543",
        "2, 0.977249868051821",
        "-1, 0.158655253931457",
        "-3, 1.349898031630095e-3",
        "-4, 3.167124183311992e-5",
        "-5, 2.866515718791939e-7",
        "1.959963984540054, 0.975",
    })
    void tabulatedValuesAreMet(double x, double expected) {
        assertEquals(expected, NormalDistribution.below(x), 1e-13 * expected + 1e-15 * Math.max(0, x));
    }

    /** The quantile function is another algorithm, of relative error 1e-16; its argument is what limits the tails. */
    @Test
    void itIsTheInverseOfTheQuantileFunction() {
        for (double x = -30; x <= 5; x += 0.01) {
            double there = Gaussian.quantile(NormalDistribution.below(x));
            double allowed = x < 0 ? 1e-13 * -x + 1e-13 : 1e-16 / NormalDistribution.density(x) + 1e-13;
            assertEquals(x, there, allowed);
        }
    }

    @Test
    void farTailsAreZeroAndOneAndNotANumberStays() {
        assertEquals(0, NormalDistribution.below(Double.NEGATIVE_INFINITY), 0);
        assertEquals(1, NormalDistribution.below(Double.POSITIVE_INFINITY), 0);
        assertTrue(Double.isNaN(NormalDistribution.below(Double.NaN)));
    }
}
