package io.augstream.train.health;

import io.augstream.nn.Activation;
import io.augstream.nn.BatchNorm;
import io.augstream.nn.Convolution;
import io.augstream.nn.Dense;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Residual;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dense or a convolution layer, and where what it makes of its input shows.
 *
 * @param name its place, as its parameters' names begin
 * @param signal the place whose output goes into the activation: of the batch norm where there is one, else its own
 * @param output the place whose output is looked at: of the activation after it, and after its batch norm; of the whole
 *     block where it is the last layer of a branch; without these its own, before any dropout
 * @param normalised whether a batch norm takes what it gives, so that its weights' scale means nothing
 */
record WatchedLayer(String name, String signal, String output, Response response, boolean normalised) {
    private static final String BRANCH = ".branch.";

    /** Whether a shortcut leads past it, within a residual block. */
    boolean isBypassed() {
        return name.contains(BRANCH);
    }

    /** What follows the last layer of a branch. */
    private record BlockEnd(String place, Response response) {}

    /** All of a network, those within blocks too, in the order of their parameters. */
    static List<WatchedLayer> of(List<? extends LayerSpec> specs) {
        List<WatchedLayer> layers = new ArrayList<>();
        walk("", specs, null, layers);
        return List.copyOf(layers);
    }

    /** The places between which gradients are compared: dense and convolution layers and blocks, without what is in them. */
    static List<String> boundaries(List<? extends LayerSpec> specs) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            LayerSpec spec = specs.get(i);
            if (spec instanceof Residual || isWeighted(spec)) {
                places.add(i + "." + spec.kind());
            }
        }
        return List.copyOf(places);
    }

    private static void walk(
            String prefix, List<? extends LayerSpec> specs, @Nullable BlockEnd end, List<WatchedLayer> layers) {
        for (int i = 0; i < specs.size(); i++) {
            LayerSpec spec = specs.get(i);
            String place = place(prefix, specs, i);
            if (spec instanceof Residual block) {
                BlockEnd own = new BlockEnd(place, Response.of(block.activation()));
                walk(place + BRANCH, block.branch(), own, layers);
                walk(place + ".shortcut.", block.shortcut(), null, layers);
            } else if (isWeighted(spec)) {
                layers.add(layer(prefix, specs, i, end));
            }
        }
    }

    private static WatchedLayer layer(String prefix, List<? extends LayerSpec> specs, int at, @Nullable BlockEnd end) {
        String name = place(prefix, specs, at);
        boolean normalised = at + 1 < specs.size() && specs.get(at + 1) instanceof BatchNorm;
        int last = normalised ? at + 1 : at;
        String signal = place(prefix, specs, last);
        if (last + 1 < specs.size() && specs.get(last + 1) instanceof Activation activation) {
            return new WatchedLayer(name, signal, place(prefix, specs, last + 1), Response.of(activation), normalised);
        }
        return last + 1 == specs.size() && end != null
                ? new WatchedLayer(name, signal, end.place(), end.response(), normalised)
                : new WatchedLayer(name, signal, signal, Response.LINEAR, normalised);
    }

    private static boolean isWeighted(LayerSpec spec) {
        return spec instanceof Dense || spec instanceof Convolution;
    }

    private static String place(String prefix, List<? extends LayerSpec> specs, int at) {
        return prefix + at + "." + specs.get(at).kind();
    }
}
