package io.augstream.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.nn.BatchNorm;
import io.augstream.nn.ConstantWeights;
import io.augstream.nn.Dense;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Relu;
import io.augstream.nn.Shape;
import io.augstream.nn.SmoothActivation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ActivationsTest {
    /** Gives every unit the sum of its inputs. */
    private static final Dense SUM = new Dense(2, true, new ConstantWeights(1));

    /** 101 images of one pixel: 0, 0.1, …, 10. */
    private static final float[] TENTHS = new float[101];

    static {
        for (int i = 0; i < TENTHS.length; i++) {
            TENTHS[i] = i / 10f;
        }
    }

    /** tanh lies above √0.95 where its input lies above 2.1783: at 2.2 and the 78 after it. */
    @Test
    void whatGoesInIsOfOneUnitAndWhatComesOutOfAll() {
        Activations.Layer tanh = look(SUM, SmoothActivation.TANH, SUM).get(0);

        assertEquals("0.dense", tanh.place());
        assertEquals(79 / 101.0, tanh.saturated(), 1e-12);
        assertEquals(101, tanh.inputs().size());
        assertEquals(8.5, tanh.inputs().get(85), 1e-5);
    }

    /** A sigmoid's slope is a twentieth of its greatest where ±x = ln((1 + √0.95) / (1 − √0.95)) = 4.3567. */
    @Test
    void aSigmoidSaturatesAtTwiceTheInput() {
        assertEquals(57 / 101.0, look(SUM, SmoothActivation.SIGMOID, SUM).get(0).saturated(), 1e-12);
    }

    @Test
    void theHighestLayerGivesTheNetworksOutputAndIsNotHidden() {
        List<Activations.Layer> hidden = look(SUM, SmoothActivation.TANH, SUM, SmoothActivation.TANH, SUM);

        assertEquals(
                List.of("0.dense", "2.dense"),
                hidden.stream().map(Activations.Layer::place).toList());
    }

    /** As it begins, its running mean is 0 and its running variance 1. */
    @Test
    void behindABatchNormWhatItGivesGoesIn() {
        Activations.Layer normalised =
                look(SUM, new BatchNorm(), SmoothActivation.TANH, SUM).get(0);

        assertEquals(5 / Math.sqrt(1 + 1e-5), normalised.inputs().get(50), 1e-5);
    }

    @Test
    void whatABatchNormHandsToAReluIsNotToBeSeen() {
        Activations.Layer unseen = look(SUM, new BatchNorm(), new Relu(), SUM).get(0);

        assertEquals(List.of(), unseen.inputs());
        assertEquals(0, unseen.saturated());
    }

    private static List<Activations.Layer> look(LayerSpec... layers) {
        try (Network network = Network.create(List.of(layers), Shape.vector(1), 1)) {
            Activations activations = new Activations(network);
            activations.look(TENTHS, TENTHS.length);
            return activations.layers();
        }
    }
}
