package io.augstream.nn;

import io.augstream.random.RandomKey;
import java.util.List;
import java.util.Optional;

/**
 * Layers one after the other. Inputs and outputs are batches of floats, sample after sample, each row by row, pixel by
 * pixel, channel by channel (NHWC).
 *
 * <p>Buffers grow to the largest batch seen and are used again, so steady work allocates nothing of their size. One
 * thread may call a network at a time. It can have more threads to work with, which end when it is closed, or when nobody
 * holds it any more; neither their number nor the kernels show in any result.
 */
public final class Network implements AutoCloseable {
    private final List<LayerSpec> specs;
    private final Shape input;
    private final Shape output;
    private final Sequence layers;
    private final Crew crew;
    private int trainedBatch;

    private Network(List<LayerSpec> specs, Shape input, Shape output, Sequence layers, Crew crew) {
        this.specs = specs;
        this.input = input;
        this.output = output;
        this.layers = layers;
        this.crew = crew;
    }

    /**
     * A network with the fastest kernels at hand, on the calling thread alone.
     *
     * @param input the shape of one sample
     * @param seed decides the first weights, with each parameter's name and with nothing else
     * @throws IllegalArgumentException if a layer cannot take what comes out of the one before; the message names it
     */
    public static Network create(List<? extends LayerSpec> specs, Shape input, long seed) {
        return create(specs, input, seed, Kernels.selected());
    }

    /** {@link #create(List, Shape, long)} with kernels of the caller's choice. */
    public static Network create(List<? extends LayerSpec> specs, Shape input, long seed, Kernels kernels) {
        return create(specs, input, seed, kernels, 1);
    }

    /**
     * {@link #create(List, Shape, long)} with kernels and threads of the caller's choice.
     *
     * @param threads that share the work, at least 1; the calling thread is one of them
     */
    public static Network create(
            List<? extends LayerSpec> specs, Shape input, long seed, Kernels kernels, int threads) {
        if (specs.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        Crew crew = new Crew(threads);
        LayerScope scope = new LayerScope(seed, kernels, crew, false);
        Sequence layers = Sequence.build(specs, input, scope);
        return new Network(List.copyOf(specs), input, Sequence.output(specs, input), layers, crew);
    }

    /** What the layers were made from. */
    public List<LayerSpec> specs() {
        return specs;
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

    /** Its threads, for work on its parameters between two passes. */
    public Workers workers() {
        return (slices, work) -> crew.each(slices, (slice, workspace) -> work.accept(slice));
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

    /** {@link #evaluate(float[], int)} before the eyes of a viewer, which change no bit of it. */
    public float[] evaluate(float[] x, int batch, InputViewer viewer) {
        trainedBatch = 0;
        return forward(x, batch, Pass.watched(new WeightedInputs(viewer)));
    }

    /** The same before one who is shown outputs; there are no gradients. */
    public float[] evaluate(float[] x, int batch, StepViewer viewer) {
        trainedBatch = 0;
        return forward(x, batch, Pass.watched(new StepProbe(viewer)));
    }

    /**
     * A pass in training mode: batch statistics, which move the running ones; dropout; and what {@link #backward} needs
     * is kept, {@code x} itself among it.
     *
     * @param key decides what dropout drops; a new one for each step
     * @return as {@link #evaluate}
     */
    public float[] train(float[] x, int batch, RandomKey key) {
        return train(x, batch, Pass.training(key, null));
    }

    /** {@link #train(float[], int, RandomKey)}, and the {@link #backward} after it, before the eyes of a viewer. */
    public float[] train(float[] x, int batch, RandomKey key, StepViewer viewer) {
        return train(x, batch, Pass.training(key, new StepProbe(viewer)));
    }

    private float[] train(float[] x, int batch, Pass pass) {
        float[] y = forward(x, batch, pass);
        trainedBatch = batch;
        return y;
    }

    /**
     * Repeats a {@link #train} pass, its weights and its key unchanged, and names the first layer that gives a value that
     * is infinite or no number; nothing if none does. Moves the running statistics once more.
     */
    public Optional<String> firstNonFinite(float[] x, int batch, RandomKey key) {
        NonFiniteProbe probe = new NonFiniteProbe();
        forward(x, batch, Pass.training(key, probe));
        trainedBatch = 0;
        return probe.found();
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

    /** Ends its threads. A closed network goes on to work, on the calling thread alone. */
    @Override
    public void close() {
        crew.close();
    }

    private void checkTrained() {
        if (trainedBatch == 0) {
            throw new IllegalStateException("a backward pass needs a training pass right before it");
        }
    }
}
