package io.augstream.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Networks whose fate their making decides. */
final class JudgeTest {
    private static final String TWENTY = "{epochs: 20, batch: 128, learning_rate: 0.05, momentum: 0.9}";

    @Test
    void aNetworkThatLearnsIsNotIll() {
        Diagnosis diagnosis = fate(layers(3, "he_normal", "relu"), TWENTY).diagnosis();

        assertEquals(Verdict.CONVERGED, diagnosis.verdict(), diagnosis.line());
        assertEquals(
                Collections.nCopies(4, Verdict.CONVERGED),
                diagnosis.layers().stream().map(LayerDiagnosis::verdict).toList());
    }

    /** A sigmoid's slope is at most ¼: twelve of them leave the lowest layer 10⁻⁷ of the gradient. */
    @Test
    void twelveSigmoidsVanishBelow() {
        Diagnosis diagnosis =
                fate(layers(12, "glorot_uniform", "sigmoid"), TWENTY).diagnosis();

        assertEquals(Verdict.VANISHING, diagnosis.verdict(), diagnosis.line());
        assertEquals(Verdict.VANISHING, diagnosis.layers().get(0).verdict());
        assertEquals(Verdict.HEALTHY, diagnosis.layers().get(12).verdict());
        assertEquals(Cause.SATURATION, diagnosis.cause());
        assertTrue(diagnosis.evidence().startsWith("layer 1.dense moves "), diagnosis.evidence());
    }

    /** Symptom: "stagnating; likely the learning rate is small" of twelve sigmoids, the lowest of which was named. */
    @Test
    void namingLayersChangesNeitherVerdictNorCause() {
        String train = "{epochs: 20, batch: 128, learning_rate: 0.05, momentum: 0.9, health: {layers: [1.dense]}}";
        Diagnosis diagnosis =
                fate(layers(12, "glorot_uniform", "sigmoid"), train).diagnosis();

        assertEquals(Verdict.VANISHING, diagnosis.verdict(), diagnosis.line());
        assertEquals(Cause.SATURATION, diagnosis.cause());
        assertTrue(diagnosis.evidence().endsWith("; 2 of 13 layers were watched"), diagnosis.evidence());
    }

    /**
     * Six blocks begin as their shortcuts alone, as a γ of 0 hands nothing on: their branches get a gradient as γ grows, and what is below
     * them gets it at once. Symptom: "vanishing; likely many layers without skips" of residual networks that learned.
     */
    @Test
    void aBlockThatBeginsAsItsShortcutDoesNotVanish() {
        String block = "{residual: {branch: [{dense: {units: 16}}, batch_norm, relu, {dense: {units: 16}}, {batch_norm:"
                + " {gamma_init: 0}}]}}";
        String layers = "[flatten, {dense: {units: 16}}, " + String.join(", ", Collections.nCopies(6, block))
                + ", {dense: {units: classes}}]";
        Diagnosis diagnosis =
                fate(layers, "{epochs: 4, batch: 128, learning_rate: 1e-4}").diagnosis();

        assertFalse(diagnosis.verdict().isUnhealthy(), diagnosis.line());
    }

    /** Of a bias of −100 no sum comes back above 0: all units of the layer are dead, and nothing below moves. */
    @Test
    void aLayerWhoseUnitsAreDeadIsNamed() {
        Diagnosis diagnosis = fate(layers(3, "he_normal", "relu"), TWENTY)
                .with("3.dense.bias", bias -> Arrays.fill(bias, -100))
                .diagnosis();

        assertEquals(Verdict.DEAD, diagnosis.verdict(), diagnosis.line());
        assertEquals(
                "1.dense vanishing, 3.dense dead, 5.dense dead, 7.dense healthy",
                diagnosis.layers().stream()
                        .map(layer -> layer.layer() + " " + layer.verdict().words())
                        .collect(Collectors.joining(", ")));
        assertTrue(
                diagnosis
                        .evidence()
                        .startsWith("100% of the units of layer 3.dense gave nothing but 0 on 2,048 images"),
                diagnosis.evidence());
    }

    /** 21 looks at batches of 4 are 84 images. */
    @Test
    void smallBatchesTellOfDeadUnitsToo() {
        Diagnosis diagnosis = new KnownFate(
                        layers(3, "he_normal", "relu"),
                        "{epochs: 10, batch: 4, learning_rate: 0.01}",
                        new Points(4, 20, 1),
                        1)
                .with("3.dense.bias", bias -> Arrays.fill(bias, -100))
                .diagnosis();

        assertEquals(Verdict.DEAD, diagnosis.verdict(), diagnosis.line());
        assertEquals(50, diagnosis.firstStep());
        assertEquals(Cause.NEVER_ALIVE, diagnosis.cause());
    }

    @Test
    void aRateThatMovesNothingStagnates() {
        Diagnosis diagnosis = fate(layers(2, "he_normal", "relu"), "{epochs: 20, batch: 128, learning_rate: 1e-9}")
                .diagnosis();

        assertEquals(Verdict.STAGNATING, diagnosis.verdict(), diagnosis.line());
        assertEquals(Cause.SMALL_STEPS, diagnosis.cause());
    }

    @Test
    void weightsOfZeroStagnateAndAreNamedAsTheCause() {
        Diagnosis diagnosis = fate(layers(3, "zeros", "tanh"), TWENTY).diagnosis();

        assertEquals(Verdict.STAGNATING, diagnosis.verdict(), diagnosis.line());
        assertEquals(Cause.ZERO_WEIGHTS, diagnosis.cause());
    }

    @Test
    void numbersThatEndNameTheLayerAndTheStep() {
        Diagnosis diagnosis = fate(
                        layers(6, "{normal: {sigma: 100}}", "relu"), "{epochs: 5, batch: 128, learning_rate: 1}")
                .diagnosis();

        assertEquals(Verdict.EXPLODING, diagnosis.verdict(), diagnosis.line());
        assertTrue(diagnosis.layers().stream().anyMatch(layer -> layer.verdict() == Verdict.EXPLODING));
        assertEquals(Cause.LARGE_WEIGHTS, diagnosis.cause());
    }

    /** Pixels as they come from a file, up to 255 in size. */
    @Test
    void inputsThatNobodyScaledAreNamedAsTheCause() {
        Diagnosis diagnosis =
                new KnownFate(layers(6, "he_normal", "relu"), TWENTY, new Points(128, 20, 255), 1).diagnosis();

        assertTrue(diagnosis.verdict().isUnhealthy(), diagnosis.line());
        assertEquals(Cause.UNSCALED_INPUT, diagnosis.cause());
    }

    @Test
    void fewStepsAreNotJudged() {
        Diagnosis diagnosis = fate(layers(2, "he_normal", "relu"), "{epochs: 2, batch: 128, learning_rate: 0.05}")
                .diagnosis();

        assertEquals(Verdict.NOT_JUDGED, diagnosis.verdict());
        assertFalse(diagnosis.verdict().isUnhealthy());
        assertEquals("it takes 50 steps and 3 looks, and there are 31 and 4", diagnosis.evidence());
    }

    private static KnownFate fate(String layers, String train) {
        return new KnownFate(layers, train, new Points(128, 20, 1), 1);
    }

    /** A first layer of 16 units that takes the points as they are, and so on. */
    private static String layers(int hidden, String init, String activation) {
        StringBuilder layers = new StringBuilder("[flatten");
        for (int i = 0; i < hidden; i++) {
            layers.append(", {dense: {units: 16, init: ")
                    .append(init)
                    .append("}}, ")
                    .append(activation);
        }
        return layers.append(", {dense: {units: classes, init: ")
                .append(init)
                .append("}}]")
                .toString();
    }
}
