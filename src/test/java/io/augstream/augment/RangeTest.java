package io.augstream.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {
    @Test
    void drawsEvenlyBetweenItsEnds() {
        Range range = new Range(-3, 5);
        CounterRandom random = new CounterRandom(1);
        int n = 50_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double drawn = range.draw(random);
            assertTrue(drawn >= -3 && drawn < 5);
            sum += drawn;
        }
        // A uniform number of width 8 has the standard deviation 8/√12.
        assertEquals(1, sum / n, 4 * 8 / Math.sqrt(12.0 * n));
    }

    @Test
    void aSingleNumberIsAlwaysDrawnAndTakesOneNumberOfTheStream() {
        CounterRandom random = new CounterRandom(1);
        assertEquals(0.1, Range.of(0.1).draw(random));
        assertEquals(CounterRandom.uniformAt(1, 1), random.nextDouble());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 'a range goes from its lower to its upper end, got [2.0, 1.0]'",
        "NaN, 1, 'a range must be of numbers, got [NaN, 1.0]'",
    })
    void whatIsNoIntervalIsRefused(double low, double high, String message) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> new Range(low, high));
        assertEquals(message, error.getMessage());
    }
}
