package io.augstream.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthMapTest {
    /** Of five looks the first, the middle and the last. */
    @Test
    void looksAreThinnedFromTheFirstToTheLast() {
        List<WatchedLayer> layers = List.of(
                new WatchedLayer("0.dense", "0.dense", "1.relu", Response.RECTIFIER, false),
                new WatchedLayer("2.dense", "3.batch_norm", "4.relu", Response.RECTIFIER, true));
        HealthLog log = new HealthLog(layers, layers, List.of(3, 3), List.of());
        for (int look = 0; look < 5; look++) {
            log.add(new Observation(
                    10L * look,
                    1,
                    2,
                    0,
                    0.5,
                    0.5,
                    1,
                    0.1,
                    1,
                    List.of(),
                    List.of(figures(2, 0.5), figures(look, 0.25))));
        }

        HealthMap map = HealthMap.of(log, 3);

        assertEquals(List.of(0L, 20L, 40L), map.steps());
        assertEquals(List.of("0.dense", "2.dense"), map.layers());
        assertEquals(List.of(Collections.nCopies(3, 0.5), Collections.nCopies(3, 0.25)), map.moves());
        assertEquals(5, HealthMap.of(log, 9).steps().size());
    }

    private static LayerFigures figures(double update, double turn) {
        return new LayerFigures(1, 4, update, turn, 0, 0, 1, 0, 0, 0, 1);
    }
}
