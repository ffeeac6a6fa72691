package io.augstream.nn;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a network takes, layer by layer, found without making it: no weights, and nothing of a batch's size.
 *
 * @param shared floats that the layers borrow one after the other
 */
public record NetworkPlan(Shape input, List<LayerPlan> layers, long shared) {
    public NetworkPlan {
        layers = List.copyOf(layers);
    }

    /** @throws IllegalArgumentException if a layer cannot take what comes out of the one before; the message names it */
    public static NetworkPlan of(List<? extends LayerSpec> specs, Shape input, PlannedBatch batch) {
        try (Crew crew = new Crew(1)) {
            LayerScope scope = new LayerScope("", 0, Kernels.scalar(), crew, new PartialSums(), true);
            List<LayerPlan> layers = Sequence.build(specs, input, scope).plan(batch, false);
            long shared =
                    layers.stream().mapToLong(LayerPlan::mostBorrowed).max().orElse(0);
            return new NetworkPlan(input, layers, shared);
        }
    }

    /** Over all layers, those within others too: {@code plan.total(LayerPlan::parameters)}. */
    public long total(ToLongFunction<LayerPlan> number) {
        return layers.stream().mapToLong(layer -> layer.total(number)).sum();
    }

    /** Floats of all buffers once the network has trained and evaluated. */
    public long bufferFloats() {
        return total(LayerPlan::floats) + shared;
    }
}
