package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class PairedComparisonTest {
    /** Student's own example ("The probable error of a mean", 1908): hours of sleep gained with two drugs; as R's t.test. */
    @Test
    void studentsSleepDataGiveHisResult() {
        List<Double> first = List.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        List<Double> second = List.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

        PairedComparison comparison = PairedComparison.of(first, second);

        assertEquals(-1.58, comparison.difference().mean(), 1e-12);
        assertEquals(-2.4598858, comparison.difference().low().orElseThrow(), 1e-7);
        assertEquals(-0.7001142, comparison.difference().high().orElseThrow(), 1e-7);
        assertEquals(0.002833, comparison.p().orElseThrow(), 5e-7);
    }

    /** With one degree of freedom t is Cauchy: differences 1 and 3 give t = 2, p = 1 − 2·atan(2)/π. */
    @Test
    void twoPairsFollowTheCauchyDistribution() {
        PairedComparison comparison = PairedComparison.of(List.of(1.0, 3.0), List.of(0.0, 0.0));

        assertEquals(1 - 2 * Math.atan(2) / Math.PI, comparison.p().orElseThrow(), 1e-12);
    }

    @Test
    void noDifferenceAtAllIsCertainAndNeverNaN() {
        List<Double> values = List.of(0.71, 0.69, 0.7, 0.72, 0.7);

        PairedComparison comparison = PairedComparison.of(values, values);

        assertEquals(new Estimate(0, OptionalDouble.of(0)), comparison.difference());
        assertEquals(OptionalDouble.of(1), comparison.p());
    }

    /** Of the eight ways to flip three signs, all and none are as far from 0: p = 2/8. */
    @Test
    void oneAndTheSameDifferenceInEverySeedIsAPointWithThePOfSignFlips() {
        PairedComparison comparison = PairedComparison.of(List.of(0.75, 0.5, 1.0), List.of(0.5, 0.25, 0.75));

        assertEquals(new Estimate(0.25, OptionalDouble.of(0)), comparison.difference());
        assertEquals(OptionalDouble.of(0.25), comparison.p());
    }

    /**
     * Symptom: an arm one image better on train and test alike, in each seed, read "smaller gap only". Cause: the gaps
     * differed by 1e-17, alike in all seeds, and t made much of it.
     */
    @Test
    void roundingErrorsAreNoDifferences() {
        List<Double> arm = List.of(0.8 - 0.7, 0.9 - 0.8, 0.6 - 0.5);
        List<Double> baseline = List.of(0.1, 0.1, 0.1);
        assertTrue(arm.stream().noneMatch(value -> value == 0.1), "these differ from 0.1 by rounding errors");

        assertEquals(OptionalDouble.of(1), PairedComparison.of(arm, baseline).p());
    }

    @Test
    void oneSeedHasNoP() {
        assertFalse(PairedComparison.of(List.of(0.8), List.of(0.7)).p().isPresent());
    }

    @Test
    void unpairedValuesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PairedComparison.of(List.of(0.8), List.of(0.7, 0.6))
                .pairs());
    }
}
