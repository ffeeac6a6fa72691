package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HolmTest {
    /** The example that Wikipedia works through under "Holm–Bonferroni method": the first and the last are rejected at 5%. */
    @Test
    void theTextbookExampleRejectsTwoOfFour() {
        assertClose(List.of(0.03, 0.06, 0.06, 0.02), Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005)));
    }

    /** By hand: 3 · 0.0121 = 0.0363; 2 · 0.0142 = 0.0284 falls below it and is raised; 0.1986. */
    @Test
    void adjustedValuesNeverFallBelowTheirPredecessor() {
        assertClose(List.of(0.0363, 0.0363, 0.1986), Holm.adjust(List.of(0.0121, 0.0142, 0.1986)));
    }

    @Test
    void adjustedValuesEndAtOne() {
        assertEquals(List.of(1.0, 1.0, 0.0), Holm.adjust(List.of(0.6, 1.0, 0.0)));
    }

    @Test
    void aSingleTestStaysAsItIs() {
        assertEquals(List.of(0.04), Holm.adjust(List.of(0.04)));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Holm.adjust(List.of(0.5, Double.NaN)));
    }

    private static void assertClose(List<Double> expected, List<Double> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), 1e-12, "test " + i);
        }
    }
}
