package io.augstream.train;

import io.augstream.nn.LayerPlan;
import io.augstream.nn.NetworkPlan;
import io.augstream.nn.Parameter;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * Layers whose parameters a training leaves as they are: no gradient, penalty or limit moves them. Gradients go through them
 * to those below. A batch norm's running statistics are no parameters, and go on.
 *
 * @param places of layers, as {@code summary} prints them; a residual block stands for all that is within it
 */
public record FrozenLayers(List<String> places) {
    public static final FrozenLayers NONE = new FrozenLayers(List.of());

    public FrozenLayers {
        places = List.copyOf(places);
    }

    /** From {@code [0.convolution, 3.residual]}. */
    static FrozenLayers from(Value value) {
        return new FrozenLayers(value.list().stream().map(Value::text).toList());
    }

    /** Whether the layer at a place is one of them, or within one. */
    public boolean holds(String layer) {
        return places.stream().anyMatch(place -> isWithin(layer, place));
    }

    /** @throws IllegalArgumentException if one is no layer with parameters, or none is left to be trained */
    public void requireIn(NetworkPlan plan) {
        requireAmong(plan.layers().stream()
                .flatMap(FrozenLayers::flat)
                .filter(layer -> layer.parameters() > 0)
                .map(LayerPlan::name)
                .toList());
    }

    /**
     * Those of a network's parameters that are trained.
     *
     * @throws IllegalArgumentException as {@link #requireIn}
     */
    List<Parameter> trained(List<Parameter> all) {
        requireAmong(all.stream().map(FrozenLayers::layer).distinct().toList());
        return all.stream().filter(parameter -> !holds(layer(parameter))).toList();
    }

    /** @param layers those with parameters */
    private void requireAmong(List<String> layers) {
        for (String place : places) {
            if (layers.stream().noneMatch(layer -> isWithin(layer, place))) {
                throw new IllegalArgumentException(
                        "no layer '" + place + "' with parameters" + Suggestion.of(place, layers));
            }
        }
        if (!places.isEmpty() && layers.stream().allMatch(this::holds)) {
            throw new IllegalArgumentException("every layer is frozen, and nothing is left to be trained");
        }
    }

    private static boolean isWithin(String layer, String place) {
        return layer.equals(place) || layer.startsWith(place + ".branch.") || layer.startsWith(place + ".shortcut.");
    }

    private static String layer(Parameter parameter) {
        return parameter.name().substring(0, parameter.name().lastIndexOf('.'));
    }

    private static Stream<LayerPlan> flat(LayerPlan layer) {
        return Stream.concat(Stream.of(layer), layer.inner().stream().flatMap(FrozenLayers::flat));
    }
}
