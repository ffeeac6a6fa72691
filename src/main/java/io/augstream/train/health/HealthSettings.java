package io.augstream.train.health;

import io.augstream.nn.LayerSpec;
import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.List;
import java.util.function.Predicate;

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

    /**
     * @param isFrozen whether the layer at a place is not trained, and so not watched
     * @throws IllegalArgumentException if a network of these has no weights that are trained, or one of the layers that are named
     *     is none that has
     */
    public void requireLayers(List<? extends LayerSpec> specs, Predicate<String> isFrozen) {
        List<WatchedLayer> unused = chosen(WatchedLayer.of(specs), isFrozen);
    }

    /**
     * Those that are named and the highest, or all; of those that are trained.
     *
     * @throws IllegalArgumentException if there are none, or one that is named is not among them
     */
    List<WatchedLayer> chosen(List<WatchedLayer> all, Predicate<String> isFrozen) {
        List<WatchedLayer> trained =
                all.stream().filter(layer -> !isFrozen.test(layer.name())).toList();
        if (trained.isEmpty()) {
            throw new IllegalArgumentException("the network has no dense and no convolution layer"
                    + (all.isEmpty() ? "" : " that is trained") + " to watch; health: false asks for none");
        }
        List<String> names = trained.stream().map(WatchedLayer::name).toList();
        for (String name : layers) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("no layer '" + name + "' with weights"
                        + (trained.size() == all.size() ? "" : " that are trained") + Suggestion.of(name, names));
            }
        }
        return layers.isEmpty()
                ? trained
                : trained.stream()
                        .filter(layer -> layers.contains(layer.name()) || layer.equals(trained.get(trained.size() - 1)))
                        .toList();
    }
}
