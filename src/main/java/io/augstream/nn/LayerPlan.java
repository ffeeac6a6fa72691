package io.augstream.nn;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a layer takes in its place in a network. The numbers are its own; {@link #total} adds those of the layers within.
 *
 * @param name its place and kind, as the names of its parameters begin
 * @param output shape of one sample
 * @param weights trained numbers that are weights
 * @param biases likewise
 * @param norms scales and shifts of a batch norm
 * @param multiplyAdds a sample, forward
 * @param floats of its buffers once it has trained and evaluated
 * @param borrowed floats that it borrows for a training step from what all layers share
 * @param shown floats of what it computes for whoever looks, in a buffer that all layers share
 * @param inner layers of a residual block, the branch's before the shortcut's
 */
public record LayerPlan(
        String name,
        Shape output,
        long weights,
        long biases,
        long norms,
        long multiplyAdds,
        long floats,
        long borrowed,
        long shown,
        List<LayerPlan> inner) {
    /** @param layer at work; null where another one does its work */
    static LayerPlan of(
            String name, LayerSpec spec, Shape input, @Nullable Layer layer, PlannedBatch batch, boolean wanted) {
        long floats = layer == null
                ? 0
                : layer.evaluationFloats(batch.largest()) + layer.trainingFloats(batch.trained(), wanted);
        return new LayerPlan(
                name,
                spec.output(input),
                spec.parameters(ParameterKind.WEIGHT, input),
                spec.parameters(ParameterKind.BIAS, input),
                spec.parameters(ParameterKind.NORM, input),
                spec.multiplyAdds(input),
                floats,
                layer == null ? 0 : layer.borrowedFloats(batch.trained()),
                layer == null ? 0 : layer.shownFloats(batch.largest()),
                layer == null ? List.of() : layer.within(batch, wanted));
    }

    public long parameters() {
        return weights + biases + norms;
    }

    /** Of the layer and the layers within it, together. */
    public long total(ToLongFunction<LayerPlan> number) {
        return number.applyAsLong(this)
                + inner.stream().mapToLong(layer -> layer.total(number)).sum();
    }

    /** The largest of the layer's and those within it. */
    long most(ToLongFunction<LayerPlan> number) {
        return Math.max(
                number.applyAsLong(this),
                inner.stream().mapToLong(layer -> layer.most(number)).max().orElse(0));
    }
}
