package io.augstream.train;

import io.augstream.nn.LayerSpec;
import io.augstream.nn.Shape;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The {@code network} of a pipeline file: the name of a preset ({@code small}, {@code resnet20}), or a list of layers. */
public final class NetworkSettings {
    private NetworkSettings() {}

    /**
     * The layers, checked against the images that go in and the classes that come out.
     *
     * @throws io.augstream.settings.SettingsException if a name or setting is wrong, a layer cannot take what comes out
     *     of the one before, or the last one does not give {@code classes} values
     */
    public static List<LayerSpec> from(Value network, Shape input, int classes) {
        List<LayerSpec> layers = from(network, classes);
        List<Value> places = network.isList() ? network.list() : List.of();
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            try {
                shape = layer.output(shape);
            } catch (IllegalArgumentException e) {
                Value place = places.isEmpty() ? network : places.get(i);
                throw place.error(layer.kind() + ": " + e.getMessage());
            }
        }
        if (shape.size() != classes) {
            Value place = places.isEmpty() ? network : places.get(places.size() - 1);
            throw place.error("the last layer gives " + shape + " values, and there are " + classes
                    + " classes; end with 'dense: {units: classes}'");
        }
        return layers;
    }

    /** The layers alone; what depends on the images' size is left to {@link io.augstream.nn.Network#create}. */
    public static List<LayerSpec> from(Value network, int classes) {
        if (!network.isList()) {
            return preset(network).layers(classes);
        }
        List<LayerSpec> layers = LayerCatalog.bindAll(network.list(), classes);
        if (layers.isEmpty()) {
            throw network.error("a network needs at least one layer");
        }
        return layers;
    }

    private static Preset preset(Value network) {
        List<String> names = Arrays.stream(Preset.values())
                .map(preset -> preset.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = names.indexOf(network.text());
        if (index < 0) {
            throw network.error("no such network: '" + network.text() + "'" + Suggestion.of(network.text(), names)
                    + ", or a list of layers");
        }
        return Preset.values()[index];
    }
}
