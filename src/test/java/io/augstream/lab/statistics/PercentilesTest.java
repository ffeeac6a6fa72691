package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PercentilesTest {
    private static final double CLOSE = 1e-12;

    @Test
    void ofTheNumbersFrom0To100TheyAreThemselves() {
        List<Double> descending =
                IntStream.rangeClosed(0, 100).mapToObj(i -> 100.0 - i).toList();

        Percentiles percentiles = Percentiles.of(descending);

        assertEquals(15, percentiles.low(), CLOSE);
        assertEquals(50, percentiles.median(), CLOSE);
        assertEquals(85, percentiles.high(), CLOSE);
        assertEquals(70, percentiles.width(), CLOSE);
    }

    /** Of n = 2 numbers the p-th lies at p (n − 1) = 0.15 of the way. */
    @Test
    void theyLieInAStraightLineBetweenTwoNumbers() {
        assertEquals(1.15, Percentiles.of(List.of(1.0, 2.0)).low(), CLOSE);
    }

    @Test
    void ofNoneAndOfWhatIsNoNumberThereAreNone() {
        assertTrue(Double.isNaN(Percentiles.of(List.of()).median()));
        assertTrue(Double.isNaN(
                Percentiles.of(List.of(1.0, Double.POSITIVE_INFINITY)).median()));
    }
}
