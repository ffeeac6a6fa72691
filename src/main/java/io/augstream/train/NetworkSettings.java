package io.augstream.train;

import io.augstream.nn.LayerPlan;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.NetworkPlan;
import io.augstream.nn.PlannedBatch;
import io.augstream.nn.Shape;
import io.augstream.settings.Item;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The {@code network} of a pipeline file: a preset by its name ({@code small}), with settings where
 * it has any ({@code alexnet: {groups: 2}}), or a list of layers. */
public final class NetworkSettings {
    private NetworkSettings() {}

    /**
     * The layers, checked against the images that go in and the classes that come out.
     *
     * @throws io.augstream.settings.SettingsException if a name or setting is wrong, a layer cannot take what comes out
     *     of the one before, or the last one does not give {@code classes} values
     */
    public static List<LayerSpec> from(Value network, Shape input, int classes) {
        List<PlacedLayer> layers = placed(network, classes);
        requireArray(network, input);
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i).layer();
            try {
                shape = layer.output(shape);
            } catch (IllegalArgumentException e) {
                String which = network.isList() ? layer.kind() : "layer " + i + "." + layer.kind();
                throw layers.get(i).place().error(which + ": " + e.getMessage());
            }
        }
        if (shape.size() != classes) {
            throw layers.get(layers.size() - 1)
                    .place()
                    .error("the last layer gives " + shape + " values, and there are " + classes
                            + " classes; end with 'dense: {units: classes}'");
        }
        return PlacedLayer.layers(layers);
    }

    private static void requireArray(Value network, Shape input) {
        try {
            input.size();
        } catch (IllegalArgumentException e) {
            throw network.error("input: " + e.getMessage());
        }
    }

    /**
     * What the layers take.
     *
     * @param network where they were written, for errors
     * @throws io.augstream.settings.SettingsException if a layer or a batch of it is larger than an array
     */
    public static NetworkPlan plan(Value network, List<LayerSpec> layers, Shape input, PlannedBatch batch) {
        try {
            NetworkPlan plan = NetworkPlan.of(layers, input, batch);
            plan.layers().forEach(layer -> requireArray(layer, batch));
            return plan;
        } catch (IllegalArgumentException e) {
            throw network.error(String.valueOf(e.getMessage()));
        }
    }

    private static void requireArray(LayerPlan layer, PlannedBatch batch) {
        long values = (long) batch.largest() * layer.output().size();
        if (values > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "layer %s: a batch of %,d gives %,d values, and an array holds at most %,d",
                    layer.name(),
                    batch.largest(),
                    values,
                    Integer.MAX_VALUE));
        }
        layer.inner().forEach(inner -> requireArray(inner, batch));
    }

    /** The layers alone; what depends on the images' size is left to {@link io.augstream.nn.Network#create}. */
    public static List<LayerSpec> from(Value network, int classes) {
        return PlacedLayer.layers(placed(network, classes));
    }

    private static List<PlacedLayer> placed(Value network, int classes) {
        if (!network.isList()) {
            Item item = network.item();
            return item.settings().build(settings -> preset(item).layers(classes, settings)).stream()
                    .map(layer -> new PlacedLayer(network, layer))
                    .toList();
        }
        List<PlacedLayer> layers = LayerCatalog.bindAll(network.list(), classes);
        if (layers.isEmpty()) {
            throw network.error("a network needs at least one layer");
        }
        return layers;
    }

    /** The names of networks that need no list of layers. */
    public static List<String> presets() {
        return Arrays.stream(Preset.values())
                .map(preset -> preset.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The names that an item of a list of layers may have. */
    public static List<String> layers() {
        return LayerCatalog.names();
    }

    private static Preset preset(Item item) {
        List<String> names = presets();
        int index = names.indexOf(item.name());
        if (index < 0) {
            throw item.error("no such network: '" + item.name() + "'" + Suggestion.of(item.name(), names)
                    + ", or a list of layers");
        }
        return Preset.values()[index];
    }
}
