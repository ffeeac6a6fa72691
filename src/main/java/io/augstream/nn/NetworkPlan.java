package io.augstream.nn;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a network takes, layer by layer, found without making it: no weights, and nothing of a batch's size.
 *
 * @param shared floats that the layers borrow one after the other
 * @param shown floats that a {@link StepViewer} or an {@link InputViewer} takes besides
 */
public record NetworkPlan(Shape input, List<LayerPlan> layers, long shared, long shown) {
    public NetworkPlan {
        layers = List.copyOf(layers);
    }

    /** @throws IllegalArgumentException if a layer cannot take what comes out of the one before; the message names it */
    public static NetworkPlan of(List<? extends LayerSpec> specs, Shape input, PlannedBatch batch) {
        try (Crew crew = new Crew(1)) {
            LayerScope scope = new LayerScope(0, Kernels.scalar(), crew, true);
            List<LayerPlan> layers = Sequence.build(specs, input, scope).plan(batch, false);
            return new NetworkPlan(input, layers, most(layers, LayerPlan::borrowed), most(layers, LayerPlan::shown));
        }
    }

    private static long most(List<LayerPlan> layers, ToLongFunction<LayerPlan> number) {
        return layers.stream().mapToLong(layer -> layer.most(number)).max().orElse(0);
    }

    /** Over all layers, those within others too: {@code plan.total(LayerPlan::parameters)}. */
    public long total(ToLongFunction<LayerPlan> number) {
        return layers.stream().mapToLong(layer -> layer.total(number)).sum();
    }

    /** Floats of all buffers once the network has trained and evaluated, and nobody has looked. */
    public long bufferFloats() {
        return total(LayerPlan::floats) + shared;
    }
}
