package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EquivalenceTest {
    /** Half of the values 1 above and half 1 below the mean: ± t/√(n−1), with t of the published table at one-sided 5%. */
    @ParameterizedTest(name = "n = {0}: t = {1}")
    @CsvSource({"2, 6.314", "4, 2.353", "6, 2.015", "8, 1.895", "10, 1.833", "20, 1.729"})
    void theIntervalIsTheNinetyPercentOneOfThePublishedTable(int n, double t) {
        Equivalence equivalence = Equivalence.of(aroundThree(n), 5);

        double halfWidth = t / Math.sqrt(n - 1);
        assertEquals(3 - halfWidth, equivalence.low(), 0.0006 / Math.sqrt(n - 1));
        assertEquals(3 + halfWidth, equivalence.high(), 0.0006 / Math.sqrt(n - 1));
    }

    /** 10 values: 3 ± 1.833/3 = [2.389, 3.611]. */
    @Test
    void bothEndsMustLieInsideTheMargin() {
        assertTrue(Equivalence.of(aroundThree(10), 3.62).shown());
        assertFalse(Equivalence.of(aroundThree(10), 3.6).shown());
        assertFalse(new Equivalence(3, -3.1, 0).shown());
        assertFalse(new Equivalence(3, -3, 3).shown(), "on the margin is not inside it");
    }

    @Test
    void aDifferenceThatNeverVariesIsAPoint() {
        PairedComparison same = comparison(Collections.nCopies(5, 0.25));

        assertEquals(new Equivalence(0.3, 0.25, 0.25), Equivalence.of(same, 0.3));
        assertTrue(Equivalence.of(same, 0.3).shown());
        assertFalse(Equivalence.of(same, 0.2).shown());
    }

    @Test
    void aMarginIsAboveZero() {
        assertThrows(IllegalArgumentException.class, () -> Equivalence.of(aroundThree(4), 0)
                .shown());
    }

    private static PairedComparison aroundThree(int n) {
        return comparison(Collections.nCopies(n / 2, List.of(2.0, 4.0)).stream()
                .flatMap(List::stream)
                .toList());
    }

    private static PairedComparison comparison(List<Double> differences) {
        return PairedComparison.of(
                differences,
                Stream.generate(() -> 0.0).limit(differences.size()).toList());
    }
}
