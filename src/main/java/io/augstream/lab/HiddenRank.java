package io.augstream.lab;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.lab.statistics.EffectiveRank;
import io.augstream.nn.Network;
import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Of how many dimensions the last hidden outputs of a network are: the {@link EffectiveRank} of what goes into its highest weights, an
 * image a row, of a convolution a pixel of an image. Units that all give the same have 1. In evaluation mode.
 */
final class HiddenRank {
    private HiddenRank() {}

    /**
     * @param probe some images
     * @throws IllegalArgumentException if the network has no weights
     */
    static double of(Network network, BatchSource probe) {
        List<Parameter> weights = network.parameters().stream()
                .filter(parameter -> parameter.kind() == ParameterKind.WEIGHT)
                .toList();
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("the network has no weights");
        }
        String last = weights.get(weights.size() - 1).name();
        String highest = last.substring(0, last.lastIndexOf('.'));
        List<float[]> rows = new ArrayList<>();
        try (BatchSource.Epoch epoch = probe.epoch(0)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                float[] unused = network.evaluate(batch.pixels(), batch.size(), (layer, x, count, features) -> {
                    for (int i = 0; layer.equals(highest) && i < count; i++) {
                        rows.add(Arrays.copyOfRange(x, i * features, (i + 1) * features));
                    }
                });
            }
        }
        return EffectiveRank.of(rows);
    }
}
