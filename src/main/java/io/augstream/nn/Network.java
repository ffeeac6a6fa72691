package io.augstream.nn;

import io.augstream.random.RandomKey;
import java.util.List;

/**
 * Layers one after the other. Inputs and outputs are batches of floats, sample after sample, each row by row, pixel by
 * pixel, channel by channel (NHWC).
 *
 * <p>Buffers grow to the largest batch seen and are used again, so steady work allocates nothing of their size. Not
 * thread-safe.
 */
public final class Network {
    private final Shape input;
    private final Shape output;
    private final Sequence layers;
    private int trainedBatch;

    private Network(Shape input, Shape output, Sequence layers) {
        this.input = input;
        this.output = output;
        this.layers = layers;
    }

    /**
     * A network with the fastest kernels at hand.
     *
     * @param input the shape of one sample
     * @param seed decides the first weights, with each parameter's name and with nothing else
     * @throws IllegalArgumentException if a layer cannot take what comes out of the one before; the message names it
     */
    public static Network create(List<? extends LayerSpec> specs, Shape input, long seed) {
        return create(specs, input, seed, Kernels.selected());
    }

    /** {@link #create(List, Shape, long)} with kernels of the caller's choice; they do not show in any result. */
    public static Network create(List<? extends LayerSpec> specs, Shape input, long seed, Kernels kernels) {
        if (specs.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        LayerScope scope = new LayerScope("", seed, kernels, new Workspace());
        Sequence layers = Sequence.build(specs, input, scope);
        return new Network(input, Sequence.output(specs, input), layers);
    }

    public Shape input() {
        return input;
    }

    public Shape output() {
        return output;
    }

    /** All trainable numbers, layer by layer. */
    public List<Parameter> parameters() {
        return layers.parameters();
    }

    /** What the batch norms have learnt of their inputs, layer by layer. */
    public List<RunningStatistic> statistics() {
        return layers.statistics();
    }

    /**
     * A pass in evaluation mode: running statistics, no dropout, nothing kept.
     *
     * @param x at least {@code batch} samples
     * @return the outputs, {@code output().size()} a sample, in an array that the network writes again at its next pass
     *     and that may be longer
     */
    public float[] evaluate(float[] x, int batch) {
        trainedBatch = 0;
        return forward(x, batch, Pass.EVALUATION);
    }

    /**
     * A pass in training mode: batch statistics, which move the running ones; dropout; and what {@link #backward} needs
     * is kept, {@code x} itself among it.
     *
     * @param key decides what dropout drops; a new one for each step
     * @return as {@link #evaluate}
     */
    public float[] train(float[] x, int batch, RandomKey key) {
        float[] y = forward(x, batch, Pass.training(key));
        trainedBatch = batch;
        return y;
    }

    private float[] forward(float[] x, int batch, Pass pass) {
        if (batch < 1 || x.length < (long) batch * input.size()) {
            throw new IllegalArgumentException(
                    "a batch of " + batch + " samples of " + input + " does not lie in " + x.length + " values");
        }
        return layers.forward(x, batch, pass);
    }

    /**
     * Sets the gradient of every parameter, for the batch of the last {@link #train} pass.
     *
     * @param g ∂E/∂output of each sample
     */
    public void backward(float[] g) {
        checkTrained();
        layers.backward(g, trainedBatch, false);
    }

    /**
     * {@link #backward}, down to the input. Training has no use for it; it lets a test see what each layer hands on.
     *
     * @return ∂E/∂input of each sample, in an array that the network writes again and that may be longer
     */
    float[] backwardToInput(float[] g) {
        checkTrained();
        return layers.backward(g, trainedBatch, true);
    }

    private void checkTrained() {
        if (trainedBatch == 0) {
            throw new IllegalStateException("a backward pass needs a training pass right before it");
        }
    }
}
