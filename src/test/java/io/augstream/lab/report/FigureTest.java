package io.augstream.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.lab.Metric;
import io.augstream.lab.statistics.Estimate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FigureTest {
    @Test
    void everyMetricDiffersInItsUnit() {
        Map<Metric, String> units = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            units.put(metric, Figure.of(metric).unitOfChange());
        }

        assertEquals(
                "{TRAIN_LOSS=nats, TEST_LOSS=nats, TRAIN_ACCURACY=points, TEST_ACCURACY=points, GAP=points,"
                        + " LOSS_GAP=nats, WEIGHT_NORM=, NEAR_ZERO=points, SPARSITY=, INPUT_DRIFT=,"
                        + " FIRST_LOSS=, FORWARD_GAIN=, BACKWARD_GAIN=, MOVEMENT=, WEIGHTS_LEFT=, UNHEALTHY=points,"
                        + " HIDDEN_RANK=, SATURATED_LOWEST=points, SATURATED_HIGHEST=points, UNIT_SHIFT=, UNIT_STRETCH=,"
                        + " STEP_TIME=ms}",
                units.toString());
    }

    @Test
    void aShareNearZeroIsWrittenInPercentAndSparsityAsItIs() {
        Estimate quarter = Estimate.of(List.of(0.25, 0.25));

        assertEquals("25.0", Figure.of(Metric.NEAR_ZERO).mean(quarter).mean());
        assertEquals("0.25", Figure.of(Metric.SPARSITY).mean(quarter).mean());
    }
}
