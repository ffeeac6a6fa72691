package io.augstream.lab.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TicksTest {
    @Test
    void roundNumbersSpanTheRange() {
        assertEquals(
                List.of(40.0, 50.0, 60.0, 70.0, 80.0), Ticks.over(43.5, 71.2).values());
        assertEquals(List.of(-20.0, 0.0, 20.0, 40.0, 60.0), Ticks.over(-3, 52).values());
    }

    @Test
    void aRangeWithoutExtentHasTwoEnds() {
        Ticks ticks = Ticks.over(100, 100);

        assertTrue(ticks.first() <= 100 && ticks.last() >= 100 && ticks.last() > ticks.first(), ticks.toString());
    }
}
