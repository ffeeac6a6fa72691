package io.augstream.lab;

import io.augstream.dataset.Batch;
import io.augstream.dataset.BatchSource;
import io.augstream.nn.Network;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the inputs of a network's weights move from one epoch to the next, on the same images each time: the mean of
 * {@link FeatureMoments#distanceFrom} over epochs and layers. Layers whose inputs never moved are left out: theirs are the images
 * themselves. In evaluation mode, so that looking changes nothing.
 */
final class InputDrift {
    private final BatchSource probe;
    private final Map<String, Double> distances = new LinkedHashMap<>();
    private Map<String, FeatureMoments> before = Map.of();
    private int moves;

    /** @param probe the images, the same in any epoch */
    InputDrift(BatchSource probe) {
        this.probe = probe;
    }

    /** To be called after each epoch. */
    void look(Network network) {
        Map<String, FeatureMoments> now = moments(network);
        if (!before.isEmpty()) {
            now.forEach((layer, moments) ->
                    distances.merge(layer, moments.distanceFrom(before.getOrDefault(layer, moments)), Double::sum));
            moves++;
        }
        before = now;
    }

    private Map<String, FeatureMoments> moments(Network network) {
        Map<String, FeatureMoments> moments = new LinkedHashMap<>();
        try (BatchSource.Epoch epoch = probe.epoch(0)) {
            for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
                float[] unused = network.evaluate(
                        batch.pixels(), batch.size(), (layer, x, rows, features) -> moments.computeIfAbsent(
                                        layer, name -> new FeatureMoments(features))
                                .add(x, rows));
            }
        }
        return moments;
    }

    /** In standard deviations; 0 before the second epoch, and where nothing moved. */
    double mean() {
        return distances.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(distance -> distance > 0)
                        .average()
                        .orElse(0)
                / Math.max(1, moves);
    }
}
