package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.augstream.dataset.Batch;
import io.augstream.nn.ConstantWeights;
import io.augstream.nn.Dense;
import io.augstream.nn.Flatten;
import io.augstream.nn.Network;
import io.augstream.nn.Relu;
import io.augstream.nn.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a network that gives back the positive part of its input, so that the mean of two views can be written down. */
class TestTimeAugmentationTest {
    /** Two images of 2 rows, 3 columns, 2 channels. */
    private static final Batch BATCH = new Batch(
            new float[] {
                1, -1, 2, -2, 3, 4, 5, 6, 7, 8, -9, 10, //
                0, 0, 0, 0, 2, 4, 1, 1, -1, -1, -3, -3
            },
            new int[] {0, 1},
            3,
            2,
            2);

    @Test
    void noneIsTheImageAlone() {
        assertArrayEquals(
                new float[] {1, 0, 2, 0, 3, 4, 5, 6, 7, 8, 0, 10, 0, 0, 0, 0, 2, 4, 1, 1, 0, 0, 0, 0},
                outputs(TestTimeAugmentation.NONE));
    }

    @Test
    void mirrorIsTheMeanOfTheOutputsForImageAndMirrorImage() {
        assertArrayEquals(
                new float[] {2, 2, 2, 0, 2, 2, 2.5f, 8, 7, 8, 2.5f, 8, 1, 2, 0, 0, 1, 2, 0.5f, 0.5f, 0, 0, 0.5f, 0.5f},
                outputs(TestTimeAugmentation.MIRROR));
    }

    private static float[] outputs(TestTimeAugmentation views) {
        try (Network network = identityThenRelu()) {
            return views.outputs(network, BATCH).clone();
        }
    }

    private static Network identityThenRelu() {
        int size = 12;
        Network network = Network.create(
                List.of(new Flatten(), new Dense(size, false, new ConstantWeights(0)), new Relu()),
                new Shape(2, 3, 2),
                1);
        float[] weights = network.parameters().get(0).value();
        for (int i = 0; i < size; i++) {
            weights[i * size + i] = 1;
        }
        return network;
    }
}
