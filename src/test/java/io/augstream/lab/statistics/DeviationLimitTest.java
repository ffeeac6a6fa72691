package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeviationLimitTest {
    /** The published table of χ² at a lower tail of 0.20: 1.649, 3.822, 5.380, 13.716; here in SciPy 1.17's digits. */
    @ParameterizedTest(name = "{0} values")
    @CsvSource({"5, 1.648776618", "8, 3.822321908", "10, 5.380053212", "20, 13.715789706"})
    void theLimitFollowsTheTableOfChiSquared(int n, double quantile) {
        assertEquals(3 * Math.sqrt((n - 1) / quantile), DeviationLimit.upper(3, n, 0.8), 1e-8);
    }

    /** χ² on 2 degrees is exponential: its quantile at 1 − c is −2·ln(c). */
    @Test
    void threeValuesHaveAClosedForm() {
        assertEquals(Math.sqrt(2 / (-2 * Math.log(0.8))), DeviationLimit.upper(1, 3, 0.8), 1e-9);
    }
}
