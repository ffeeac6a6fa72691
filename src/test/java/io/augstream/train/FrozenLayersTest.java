package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.dataset.Batch;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.Shape;
import io.augstream.random.CounterRandom;
import io.augstream.settings.Settings;
import io.augstream.train.health.LayerDiagnosis;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenLayersTest {
    private static final int FEATURES = 4;
    private static final String RESIDUAL =
            "[flatten, {dense: {units: 4}}, {residual: {branch: [{dense: {units: 4}}, batch_norm]}},"
                    + " relu, {dense: {units: classes}}]";

    /** Twice the input is what a frozen layer of the weights 2·I gives, exactly: those above it see the same either way. */
    @Test
    void whatIsAboveAFrozenLayerTrainsAsIfItsOutputWereTheInput() {
        Network whole = network("[flatten, {dense: {units: 4, bias: false}}, {dense: {units: classes}}]");
        Parameter frozen = parameter(whole, "1.dense.weight");
        Arrays.fill(frozen.value(), 0);
        for (int i = 0; i < FEATURES; i++) {
            frozen.value()[i * FEATURES + i] = 2;
        }
        Network above = network("[flatten, {dense: {units: classes}}]");
        for (String name : List.of("weight", "bias")) {
            float[] start = parameter(whole, "2.dense." + name).value();
            System.arraycopy(start, 0, parameter(above, "1.dense." + name).value(), 0, start.length);
        }
        train(whole, "frozen: [1.dense]", 1);
        train(above, "health: false", 2);
        assertArrayEquals(
                parameter(above, "1.dense.weight").value(),
                parameter(whole, "2.dense.weight").value());
        assertArrayEquals(
                parameter(above, "1.dense.bias").value(),
                parameter(whole, "2.dense.bias").value());
    }

    @ParameterizedTest
    @CsvSource({
        "1.dense, '1.dense.bias 1.dense.weight'",
        "2.residual.branch.1.batch_norm, '2.residual.branch.1.batch_norm.beta 2.residual.branch.1.batch_norm.gamma'",
        "2.residual, '2.residual.branch.0.dense.bias 2.residual.branch.0.dense.weight 2.residual.branch.1.batch_norm.beta"
                + " 2.residual.branch.1.batch_norm.gamma'",
    })
    void noPenaltyAndNoLimitMovesThem(String place, String kept) {
        Network network = network(RESIDUAL);
        List<float[]> before = network.parameters().stream()
                .map(parameter -> parameter.value().clone())
                .toList();
        train(network, "weight_decay: 0.1, l1: 0.01, max_norm: 0.5, frozen: [" + place + "]", 1);
        TreeSet<String> same = new TreeSet<>();
        for (int i = 0; i < before.size(); i++) {
            Parameter parameter = network.parameters().get(i);
            if (Arrays.equals(before.get(i), parameter.value())) {
                same.add(parameter.name());
            }
        }
        assertEquals(kept, String.join(" ", same));
    }

    @Test
    void theRunningStatisticsOfAFrozenBatchNormGoOn() {
        Network network = network(RESIDUAL);
        float[] before = network.statistics().get(0).value().clone();
        train(network, "frozen: [2.residual]", 1);
        assertFalse(Arrays.equals(before, network.statistics().get(0).value()));
    }

    @Test
    void nobodyWatchesThem() {
        Trainer trainer = train(network(RESIDUAL), "frozen: [2.residual, 4.dense], health: {every: 1}", 1);
        assertEquals(
                List.of("1.dense"),
                trainer.diagnosis().orElseThrow().layers().stream()
                        .map(LayerDiagnosis::layer)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2.dense] | no layer '2.dense' with parameters; did you mean '1.dense'?; allowed: 1.dense,"
                        + " 2.residual.branch.0.dense, 2.residual.branch.1.batch_norm, 4.dense",
                "[2] | no layer '2' with parameters; allowed: 1.dense,"
                        + " 2.residual.branch.0.dense, 2.residual.branch.1.batch_norm, 4.dense",
                "[3.relu] | no layer '3.relu' with parameters; allowed: 1.dense,"
                        + " 2.residual.branch.0.dense, 2.residual.branch.1.batch_norm, 4.dense",
                "[1.dense, 2.residual, 4.dense] | every layer is frozen, and nothing is left to be trained",
                "[1.dense], health: {layers: [1.dense]} | no layer '1.dense' with weights that are trained; did you mean"
                        + " '4.dense'?; allowed: 2.residual.branch.0.dense, 4.dense",
            })
    void saysWhichThereAre(String places, String message) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> train(network(RESIDUAL), "frozen: " + places, 1));
        assertEquals(message, refused.getMessage());
    }

    private static Network network(String layers) {
        Settings settings = Settings.parse("network: " + layers, "network", Path.of("/"));
        List<LayerSpec> specs = NetworkSettings.from(settings.root().get("network"), 2);
        return Network.create(specs, new Shape(2, 2, 1), 3);
    }

    private static Parameter parameter(Network network, String name) {
        return network.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Trainer train(Network network, String settings, float scale) {
        float[] x = new float[10 * FEATURES];
        int[] labels = new int[10];
        for (int i = 0; i < x.length; i++) {
            x[i] = scale * (float) CounterRandom.gaussianAt(8, i);
            labels[i / FEATURES] ^= x[i] > 0 ? 1 : 0;
        }
        Trainer trainer = new Trainer(
                network, TrainSettings.parse("{epochs: 20, learning_rate: 0.05, momentum: 0.9, " + settings + "}"), 1);
        TrainingOutcome outcome =
                trainer.train(new MemoryBatches(List.of(new Batch(x, labels, 2, 2, 1))), TrainingListener.NONE);
        assertEquals(20, outcome.epochs().size());
        return trainer;
    }
}
