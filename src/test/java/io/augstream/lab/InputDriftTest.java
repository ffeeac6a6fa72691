package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.nn.Dense;
import io.augstream.nn.Initializer;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two images of one pixel, 0 and 2, and two layers of one weight: the first weight is mean and deviation of the second's input. */
final class InputDriftTest {
    private final InputDrift drift = new InputDrift(
            BatchSource.of(2, epoch -> List.of(image(0), image(2)).iterator()));

    private final Network network = Network.create(
            List.of(new Dense(1, false, Initializer.HE_NORMAL), new Dense(1, false, Initializer.HE_NORMAL)),
            Shape.vector(1),
            1);

    /** From 1 to 2: √((1² + 1²) / ½ (1 + 4)), and then not at all. The first layer's inputs, the images, count in no mean. */
    @Test
    void itIsTheMeanOverEpochsOfHowFarInputsMoved() {
        lookWith(1);
        lookWith(2);
        lookWith(2);

        assertEquals(Math.sqrt(2 / 2.5) / 2, drift.mean(), 1e-12);
    }

    @Test
    void beforeTheSecondEpochThereIsNone() {
        assertEquals(0, drift.mean());
        lookWith(1);
        assertEquals(0, drift.mean());
    }

    @Test
    void whatDoesNotMoveDoesNotDrift() {
        lookWith(3);
        lookWith(3);

        assertEquals(0, drift.mean());
    }

    private void lookWith(float weight) {
        network.parameters().get(0).value()[0] = weight;
        drift.look(network);
    }

    private static Batch image(float pixel) {
        return new Batch(new float[] {pixel}, new int[] {0}, 1, 1, 1);
    }
}
