package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.nn.BatchNorm;
import io.augstream.nn.Dense;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Relu;
import io.augstream.nn.Residual;
import io.augstream.nn.Shape;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplodingNetworkTest {
    private static final Dense DENSE = new Dense(2, false, Initializer.HE_NORMAL);

    /** 1 · 1e20 is finite, 1e20 · 1e20 is beyond all floats. */
    @Test
    void theLayerIsNamedWhoseOutputOverflows() {
        Network network = network(DENSE, new Relu(), DENSE, DENSE);
        fill(network, 0, 1e20f, 0, 0, 1e20f);
        fill(network, 1, 1e20f, 0, 0, 1e20f);
        fill(network, 2, 1, 0, 0, 1);
        TrainingException failure = failure(network, 0.1, 1);
        assertEquals("2.dense", failure.layer());
        assertEquals(0, failure.epoch());
        assertEquals(0, failure.step());
        assertTrue(String.valueOf(failure.getMessage())
                .startsWith("the loss became NaN in epoch 1, step 1: layer 2.dense was the first to give an infinite"));
    }

    @Test
    void ofNestedLayersTheInnermostIsNamed() {
        Network network = network(DENSE, new Residual(List.of(new Relu(), DENSE), List.of(), null));
        fill(network, 0, 1e20f, 0, 0, 1e20f);
        fill(network, 1, 1e20f, 0, 0, 1e20f);
        assertEquals("1.residual.branch.1.dense", failure(network, 0.1, 1).layer());
    }

    /**
     * The second layer's weights cancel on the way there and not on the way back: 1e10 · 1e30 is beyond all floats. The
     * next loss shows it, or the end of the epoch.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theLayerIsNamedWhoseGradientOverflowsAndItsWeightsComeBack(int batches) {
        Network network = network(DENSE, DENSE);
        fill(network, 0, 1e-10f, 1e-10f, 0, 0);
        fill(network, 1, 1e30f, 0, -1e30f, 0);
        TrainingException failure = failure(network, 0.1, 1e10f, batches);
        assertEquals("0.dense", failure.layer());
        assertEquals(0, failure.step());
        assertTrue(String.valueOf(failure.getMessage())
                .startsWith("the gradient overflowed in epoch 1, step 1: first at the weights of layer 0.dense"));
        assertArrayEquals(
                new float[] {1e-10f, 1e-10f, 0, 0}, network.parameters().get(0).value());
    }

    /** A rate of 1e38 throws the weights so far that their products overflow at the next step. */
    @Test
    void theNetworkGoesBackToItsLastWholeEpoch() {
        Network network = network(new BatchNorm(), DENSE, DENSE);
        float[] first = network.parameters().get(2).value().clone();
        float[] means = network.statistics().get(0).value().clone();
        TrainingException failure = failure(network, 1e38, 1);
        assertEquals(1, failure.step());
        assertArrayEquals(first, network.parameters().get(2).value());
        assertArrayEquals(means, network.statistics().get(0).value());
        assertTrue(String.valueOf(failure.getMessage()).contains("a smaller learning_rate than 1.0E38 may help"));
    }

    @Test
    void imagesThatAreNoNumbersAreToldFromLayers() {
        TrainingException failure = failure(network(DENSE), 0.1, Float.NaN);
        assertEquals("input", failure.layer());
        assertFalse(String.valueOf(failure.getMessage()).contains("learning_rate"), failure.getMessage());
    }

    private static TrainingException failure(Network network, double rate, float pixel) {
        return failure(network, rate, pixel, 3);
    }

    private static TrainingException failure(Network network, double rate, float pixel, int batches) {
        TrainSettings settings =
                TrainSettings.from(Settings.parse("train: {learning_rate: " + rate + "}", "pipeline.yaml", Path.of("/"))
                        .root()
                        .section("train"));
        Batch batch = new Batch(new float[] {pixel, 0, 0, 1}, new int[] {0, 1}, 1, 1, 2);
        MemoryBatches data = new MemoryBatches(Collections.nCopies(batches, batch));
        return assertThrows(
                TrainingException.class, () -> new Trainer(network, settings, 1).train(data, TrainingListener.NONE));
    }

    private static Network network(LayerSpec... layers) {
        return Network.create(List.of(layers), Shape.vector(2), 1);
    }

    private static void fill(Network network, int parameter, float... values) {
        System.arraycopy(values, 0, network.parameters().get(parameter).value(), 0, values.length);
    }
}
