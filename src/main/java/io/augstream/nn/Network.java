package io.augstream.nn;

import io.augstream.random.RandomKey;
import java.util.ArrayList;
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
    private final List<Layer> layers;
    /** Below it nothing is trained, so no gradient is needed there. */
    private final int firstTrained;

    private int trainedBatch;

    private Network(Shape input, List<Layer> layers) {
        this.input = input;
        this.layers = layers;
        output = layers.get(layers.size() - 1).output;
        int first = 0;
        while (first < layers.size() && layers.get(first).parameters().isEmpty()) {
            first++;
        }
        firstTrained = first;
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
        Workspace workspace = new Workspace();
        List<Layer> layers = new ArrayList<>();
        Shape shape = input;
        for (LayerSpec spec : specs) {
            String name = layers.size() + "." + spec.kind();
            try {
                layers.add(Layers.build(spec, shape, new LayerScope(name, seed, kernels, workspace)));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new IllegalArgumentException("layer " + name + ": " + e.getMessage(), e);
            }
            shape = layers.get(layers.size() - 1).output;
        }
        return new Network(input, List.copyOf(layers));
    }

    public Shape input() {
        return input;
    }

    public Shape output() {
        return output;
    }

    /** All trainable numbers, layer by layer. */
    public List<Parameter> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /** What the batch norms have learnt of their inputs, layer by layer. */
    public List<RunningStatistic> statistics() {
        return layers.stream().flatMap(layer -> layer.statistics().stream()).toList();
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
        float[] values = x;
        for (Layer layer : layers) {
            values = layer.forward(values, batch, pass);
        }
        return values;
    }

    /**
     * Sets the gradient of every parameter, for the batch of the last {@link #train} pass.
     *
     * @param g ∂E/∂output of each sample
     */
    public void backward(float[] g) {
        backward(g, firstTrained, false);
    }

    /**
     * {@link #backward}, down to the input. Training has no use for it; it lets a test see what each layer hands on.
     *
     * @return ∂E/∂input of each sample, in an array that the network writes again and that may be longer
     */
    float[] backwardToInput(float[] g) {
        return backward(g, 0, true);
    }

    private float[] backward(float[] g, int lowest, boolean inputWanted) {
        if (trainedBatch == 0) {
            throw new IllegalStateException("a backward pass needs a training pass right before it");
        }
        float[] gradient = g;
        for (int i = layers.size() - 1; i >= lowest; i--) {
            gradient = layers.get(i).backward(gradient, trainedBatch, i > lowest || inputWanted);
        }
        return gradient;
    }
}
