package io.augstream.train.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * A network of six hidden layers that would train, but for one layer.
 *
 * @param layer its place
 * @param kind of verdict that its making calls for
 * @param parameter that is written to before the training
 */
record BrokenLayer(
        String activation, String layer, Verdict kind, String parameter, Consumer<float[]> change, Points points) {
    private static final int HIDDEN = 6;

    static List<BrokenLayer> all(Points points) {
        List<BrokenLayer> all = new ArrayList<>();
        for (int i = 0; i < HIDDEN; i++) {
            String layer = 1 + 2 * i + ".dense";
            // A bias of -100 leaves no sum above 0; one of 20 leaves a tanh no slope; 1e38 times anything overflows.
            all.add(new BrokenLayer("relu", layer, Verdict.DEAD, "bias", bias -> Arrays.fill(bias, -100), points));
            all.add(new BrokenLayer("tanh", layer, Verdict.VANISHING, "bias", bias -> Arrays.fill(bias, 20), points));
            all.add(new BrokenLayer("relu", layer, Verdict.EXPLODING, "weight", w -> Arrays.fill(w, 2e38f), points));
        }
        return all;
    }

    Diagnosis diagnosis() {
        String block = "{dense: {units: 32, init: " + (activation.equals("relu") ? "he_normal" : "glorot_uniform")
                + "}}, " + activation;
        String layers =
                "[flatten, " + String.join(", ", Collections.nCopies(HIDDEN, block)) + ", {dense: {units: classes}}]";
        return new KnownFate(
                        layers,
                        "{epochs: 15, batch: " + points.batch() + ", learning_rate: 0.05, momentum: 0.9}",
                        points,
                        1)
                .with(layer + "." + parameter, change)
                .diagnosis();
    }

    /** Whether the verdict is of the right kind and names the layer: of what vanishes, the highest that it does not come to. */
    boolean isNamedBy(Diagnosis diagnosis) {
        List<String> named = diagnosis.layers().stream()
                .filter(one -> one.verdict() == kind)
                .map(LayerDiagnosis::layer)
                .toList();
        if (diagnosis.verdict() != kind || named.isEmpty()) {
            return false;
        }
        return named.get(kind == Verdict.VANISHING ? named.size() - 1 : 0).equals(layer);
    }
}
