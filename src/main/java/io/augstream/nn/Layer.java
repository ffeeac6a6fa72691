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

    /** The place whose output {@link #forward} gives: that of the last layer whose work it does. */
    String outputName() {
        return name;
    }

    /**
     * The output, for somebody who looks at it.
     *
     * @param y what {@link #forward} has given, which a layer may leave to the next one to compute
     */
    float[] shown(float[] y, int batch) {
        return y;
    }

    List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Floats of the buffers that an evaluation of {@code samples} leaves, those of layers within it not counted. This and
     * {@link #trainingFloats} stand beside the buffers that they count, and a test compares them.
     */
    abstract long evaluationFloats(long samples);

    /** Floats of the further buffers that a training step leaves; {@code wanted} as for {@link #backward}. */
    abstract long trainingFloats(long batch, boolean wanted);

    /** Floats that a training step borrows from the network, which lends them to one layer after the other. */
    long borrowedFloats(int batch) {
        return 0;
    }

    /** Floats that showing its output takes, from a buffer that all layers share. */
    long shownFloats(long batch) {
        return 0;
    }

    /** The layers within this one. */
    List<LayerPlan> within(PlannedBatch batch, boolean wanted) {
        return List.of();
    }

    List<RunningStatistic> statistics() {
        return List.of();
    }
}
