package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EstimateTest {
    /** Two groups of values m − a and m + a, n/2 each: the deviation is a·√(n/(n−1)), so the half-width is t·a/√(n−1). */
    @ParameterizedTest(name = "n = {0}: t = {1}")
    @CsvSource({"2, 12.706", "4, 3.182", "6, 2.571", "8, 2.365", "10, 2.262", "20, 2.093", "30, 2.045"})
    void halfWidthFollowsThePublishedTableOfT(int n, double t) {
        List<Double> values = Collections.nCopies(n / 2, List.of(-1.0, 1.0)).stream()
                .flatMap(List::stream)
                .toList();
        double expected = t / Math.sqrt(n - 1);

        Estimate estimate = Estimate.of(values);

        assertEquals(0, estimate.mean());
        assertEquals(expected, estimate.halfWidth().orElseThrow(), 0.0006 / Math.sqrt(n - 1));
    }

    /** 1..5: mean 3, deviation √2.5, t = 2.776445 on 4 degrees: 3 ± 2.776445·√0.5 = 3 ± 1.963243. */
    @Test
    void intervalOfOneToFiveIsAsWorkedByHand() {
        Estimate estimate = Estimate.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));

        assertEquals(3, estimate.mean());
        assertEquals(1.036757, estimate.low().orElseThrow(), 1e-6);
        assertEquals(4.963243, estimate.high().orElseThrow(), 1e-6);
    }

    @Test
    void oneSeedGivesAMeanWithoutAnInterval() {
        Estimate estimate = Estimate.of(List.of(0.7));

        assertEquals(0.7, estimate.mean());
        assertFalse(estimate.halfWidth().isPresent());
        assertFalse(estimate.low().isPresent());
        assertFalse(estimate.high().isPresent());
    }

    /** Summed up and divided, ten times 0.1 is not 0.1; the interval would then miss its own values. */
    @Test
    void equalValuesGiveTheirOwnValueAndNoWidth() {
        assertEquals(new Estimate(0.1, java.util.OptionalDouble.of(0)), Estimate.of(Collections.nCopies(10, 0.1)));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Estimate.of(List.of(0.5, Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> Estimate.of(List.of()));
    }
}
