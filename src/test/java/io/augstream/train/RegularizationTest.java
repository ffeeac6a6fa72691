package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.nn.Dense;
import io.augstream.nn.Initializer;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.nn.Shape;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularizationTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final Set<ParameterKind> BIAS = Set.of(ParameterKind.BIAS);

    @Test
    void l1AddsTheSignAndLeavesAZeroAlone() {
        Parameter weight = new Parameter("w", ParameterKind.WEIGHT, new float[] {3, -2, 0}, new float[] {1, 1, 1});
        Parameter bias = new Parameter("b", ParameterKind.BIAS, new float[] {5}, new float[] {1});
        new L1Penalty(0.25, BIAS).addTo(List.of(weight, bias));
        assertArrayEquals(new float[] {1.25f, 0.75f, 1}, weight.gradient());
        assertArrayEquals(new float[] {1}, bias.gradient());
    }

    /** Columns (3, 4) and (0.3, 0.4): the first has norm 5, the second 0.5. */
    @Test
    void maxNormShortensEachUnitsWeightsOnTheirOwn() {
        float[] values = {3f, 0.3f, 4f, 0.4f};
        Parameter weight = new Parameter("w", ParameterKind.WEIGHT, 2, values, new float[4]);
        Parameter bias = new Parameter("b", ParameterKind.BIAS, new float[] {9}, new float[1]);
        new MaxNorm(List.of(weight, bias), 2).apply();
        assertArrayEquals(new float[] {1.2f, 0.3f, 1.6f, 0.4f}, values, 1e-6f);
        assertEquals(9f, bias.value()[0]);
    }

    /** A black image gives the weights no gradient from E: they move by −rate·λ·sign(w) a step, until the limit. */
    @Test
    void theTrainerMinimisesThePenaltyToo() {
        float[] free = trained("{epochs: 1, learning_rate: 0.5, momentum: 0}");
        float[] penalised = trained("{epochs: 1, learning_rate: 0.5, momentum: 0, l1: 0.01}");
        float[] held = trained("{epochs: 1, learning_rate: 0.5, momentum: 0, max_norm: 0.001}");
        for (int i = 0; i < 4; i++) {
            assertEquals(free[i] - 0.005 * Math.signum(free[i]), penalised[i], 1e-6);
        }
        assertEquals(0.001, Math.hypot(held[0], held[2]), 1e-8);
        assertEquals(0.001, Math.hypot(held[1], held[3]), 1e-8);
    }

    @Test
    void anElasticNetIsAnL1PenaltyAndAWeightDecay() {
        assertEquals(
                new Regularization(new WeightDecay(0.03, BIAS), new L1Penalty(0.01, BIAS), NONE),
                read("{elastic_net: {rate: 0.04, l1_share: 0.25, exclude: [bias]}}"));
        assertEquals(
                new Regularization(new WeightDecay(0.02, Set.of()), new L1Penalty(0.02, Set.of()), NONE),
                read("{elastic_net: {rate: 0.04}}"));
    }

    /** So that an arm can take back the pipeline's own. */
    @Test
    void anElasticNetSuffersPenaltiesOfNothingBesideIt() {
        assertEquals(read("{elastic_net: {rate: 0.04}}"), read("{weight_decay: 0, l1: 0, elastic_net: {rate: 0.04}}"));
    }

    @Test
    void eachPenaltyIsReadOnItsOwn() {
        assertEquals(Regularization.NONE, read("{}"));
        assertEquals(
                new Regularization(new WeightDecay(0.1, Set.of()), new L1Penalty(0.2, BIAS), 3),
                read("{weight_decay: 0.1, l1: {rate: 0.2, exclude: [bias]}, max_norm: 3}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l1: -1 | line 1: train.l1: rate must be a number of at least 0, got -1.0",
                "max_norm: 0 | line 1: train.max_norm: must be a number above 0, got 0.0",
                "elastic_net: {rate: 1, l1_share: 2} | train.elastic_net: l1_share must lie in [0, 1], got 2.0",
                "elastic_net: {rate: -1} | line 1: train.elastic_net: rate must be a number of at least 0, got -1.0",
                "{l1: 1, elastic_net: {rate: 1}} | line 1: train.elastic_net: stands for weight_decay and l1 together",
                "l1: {rate: 1, exclude: [weight]} | train.l1.exclude[0]: no such kind of parameter: 'weight'",
            })
    void whatIsWrongIsNamed(String setting, String message) {
        String yaml = setting.startsWith("{") ? setting : "{" + setting + "}";
        String actual = String.valueOf(
                assertThrows(SettingsException.class, () -> read(yaml)).getMessage());
        assertTrue(actual.contains(message), actual);
    }

    private static float[] trained(String yaml) {
        Network network = Network.create(List.of(new Dense(2, false, Initializer.HE_NORMAL)), Shape.vector(2), 1);
        MemoryBatches black = new MemoryBatches(List.of(new Batch(new float[4], new int[] {0, 1}, 1, 1, 2)));
        TrainingOutcome outcome = new Trainer(network, train(yaml), 1).train(black, TrainingListener.NONE);
        assertEquals(1, outcome.epochs().size());
        return network.parameters().get(0).value();
    }

    private static Regularization read(String yaml) {
        return train(yaml).regularization();
    }

    private static TrainSettings train(String yaml) {
        return TrainSettings.from(Settings.parse("train: " + yaml, "pipeline.yaml", Path.of("/"))
                .root()
                .section("train"));
    }
}
