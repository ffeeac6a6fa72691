package io.augstream.nn;

import java.util.List;

/**
 * A layer in its place in a network. It owns the arrays it returns and writes them again at its next pass; they may be
 * longer than the batch needs. It never writes to an array it is given: others may read it too. Batches are sample after
 * sample, each as its {@link Shape} says.
 */
abstract class Layer {
    static final float[] NOT_WANTED = {};

    final String name;
    final Shape input;
    final Shape output;

    Layer(String name, Shape input, Shape output) {
        this.name = name;
        this.input = input;
        this.output = output;
    }

    /** A training pass may keep {@code x} until the backward pass; an evaluating one keeps nothing. */
    abstract float[] forward(float[] x, int batch, Pass pass);

    /**
     * Sets the gradients of the parameters, for the batch of the last training pass.
     *
     * @param g ∂E/∂output
     * @param wanted whether somebody needs the result
     * @return ∂E/∂input, or {@link #NOT_WANTED}
     */
    abstract float[] backward(float[] g, int batch, boolean wanted);

    List<Parameter> parameters() {
        return List.of();
    }

    List<RunningStatistic> statistics() {
        return List.of();
    }
}
