package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InputViewerTest {
    private static final Initializer ANY = Initializer.HE_NORMAL;

    /** Of weight 1: relu hands on what is not negative. */
    @Test
    void aLayersInputIsWhatTheLayerBeforeMadeOfItsOwn() {
        Network network = Network.create(
                List.of(new Dense(1, false, ANY), new Relu(), new Dense(2, false, ANY)), Shape.vector(1), 1);
        network.parameters().get(0).value()[0] = 1;
        Map<String, float[]> seen = new LinkedHashMap<>();

        float[] unused = network.evaluate(
                new float[] {-3, 4},
                2,
                (layer, x, rows, features) -> seen.put(layer, Arrays.copyOf(x, rows * features)));

        assertEquals(List.of("0.dense", "2.dense"), new ArrayList<>(seen.keySet()));
        assertArrayEquals(new float[] {-3, 4}, seen.get("0.dense"));
        assertArrayEquals(new float[] {0, 4}, seen.get("2.dense"));
    }

    /** Three images of 4 x 4 x 2; the block's convolution sees 16 pixels of each. */
    @Test
    void rowsArePixelsOfAConvolutionAndSamplesOfADenseLayer() {
        List<String> seen = new ArrayList<>();
        Network network = convolutional();
        float[] x = RandomValues.floats(3 * 32, 7);
        float[] outputs = Arrays.copyOf(network.evaluate(x, 3), 6);

        float[] watched =
                network.evaluate(x, 3, (layer, input, rows, features) -> seen.add(layer + " " + rows + "x" + features));

        assertEquals(List.of("0.convolution 48x2", "1.residual.branch.0.convolution 48x5", "4.dense 3x80"), seen);
        assertArrayEquals(outputs, Arrays.copyOf(watched, 6));
    }

    private static Network convolutional() {
        LayerSpec same = new Convolution(5, 3, 1, 1, false, ANY);
        return Network.create(
                List.of(
                        same,
                        new Residual(List.of(same), List.of(), new Relu()),
                        new Relu(),
                        new Flatten(),
                        new Dense(2, true, ANY)),
                new Shape(4, 4, 2),
                1);
    }
}
