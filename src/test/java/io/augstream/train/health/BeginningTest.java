package io.augstream.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BeginningTest {
    private static final WatchedLayer LAYER = new WatchedLayer("0.dense", "0.dense", "0.dense", Response.LINEAR, false);

    private final HealthLog log =
            new HealthLog(List.of(LAYER), List.of(LAYER), List.of(4), List.of("0.dense", "2.dense", "4.dense"));

    /** Gains are 0.5/2 and 2/8 from the output's 8 down, and their product is what is left of it: 0.5/8. */
    @Test
    void theProductIsOfAllGainsThatWereSeen() {
        log.add(seen(0, 3, 1.9, 8, Double.NaN, 0.5, 2));
        log.add(seen(10, 1, 2.0, 1, Double.NaN, 1, 1));

        assertEquals(new Beginning(3, 2, 0.0625), Beginning.of(log));
        assertEquals(1.5, Beginning.of(log).ratio());
    }

    @Test
    void whereNobodyLookedNothingIsTold() {
        assertTrue(Double.isNaN(Beginning.of(log).ratio()));
        assertTrue(Double.isNaN(Beginning.of(log).product()));
    }

    private static Observation seen(
            long step, double loss, double chance, double output, double low, double middle, double high) {
        return new Observation(
                step,
                loss,
                chance,
                0,
                0.5,
                0.5,
                1,
                0.1,
                output,
                List.of(low, middle, high),
                List.of(SeenTraining.SOUND));
    }
}
