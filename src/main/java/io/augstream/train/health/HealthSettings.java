package io.augstream.train.health;

import io.augstream.nn.LayerSpec;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.List;

/**
 * How a training's health is looked at.
 *
 * @param every so many steps, at least 1
 * @param layers the places of those that are watched, as {@code summary} prints them, beside the highest with weights, which others
 *     are held against; none for all with weights
 */
public record HealthSettings(int every, List<String> layers) {
    public static final HealthSettings USUAL = new HealthSettings(10, List.of());

    public HealthSettings {
        layers = List.copyOf(layers);
        if (every < 1) {
            throw new IllegalArgumentException("every must be at least 1 step, got " + every);
        }
    }

    /** From {@code {every: 10, layers: [0.dense]}}. */
    public static HealthSettings from(Section section) {
        return section.build(settings -> new HealthSettings(
                settings.integer("every", USUAL.every()),
                settings.find("layers")
                        .map(value -> value.list().stream().map(Value::text).toList())
                        .orElse(USUAL.layers())));
    }

    /** @throws IllegalArgumentException if a network of these has no weights, or one of the layers that are named is not there */
    public void requireLayers(List<? extends LayerSpec> specs) {
        List<WatchedLayer> unused = chosen(WatchedLayer.of(specs));
    }

    /**
     * Those that are named and the highest, or all.
     *
     * @throws IllegalArgumentException if there are none, or one that is named is not among them
     */
    List<WatchedLayer> chosen(List<WatchedLayer> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "the network has no dense and no convolution layer to watch; health: false asks for none");
        }
        List<String> names = all.stream().map(WatchedLayer::name).toList();
        for (String name : layers) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("no layer '" + name + "' with weights" + Suggestion.of(name, names));
            }
        }
        return layers.isEmpty()
                ? all
                : all.stream()
                        .filter(layer -> layers.contains(layer.name()) || layer.equals(all.get(all.size() - 1)))
                        .toList();
    }
}
