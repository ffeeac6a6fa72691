package io.augstream.nn;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link ConvolutionLayer} computes. A pass begins on one thread; then samples are done in any order, by any thread,
 * each sample once.
 */
interface ConvolutionMethod {
    /** The one that is fastest for these shapes. Their results differ by rounding. */
    static ConvolutionMethod of(
            Convolution convolution, Shape input, Shape output, LayerScope scope, @Nullable Parameter bias) {
        if (WinogradFiltering.pays(convolution, input, output)) {
            return new WinogradFiltering(convolution, input, output, scope, bias);
        }
        return new DirectConvolution(convolution, input, output, scope, bias);
    }

    /** Samples that are best done together. */
    int samplesAtOnce();

    /** Before {@link #forward}. */
    void beginForward(float[] weight, int batch);

    /**
     * Writes the outputs of at most {@link #samplesAtOnce} samples.
     *
     * @param x their inputs
     * @param y the whole batch
     */
    void forward(Samples x, float[] y, int first, int samples, Workspace workspace);

    /** Whether {@link #weightGradient} needs x, and not only what {@link #forward} has kept of it. */
    boolean readsInputAgain();

    /**
     * Before {@link #inputGradient}.
     *
     * @param add whether ∂E/∂input is added to what {@code gx} holds
     */
    void beginInputGradient(float[] weight, int batch, boolean add, float[] gx);

    /**
     * Writes or adds ∂E/∂input of at most {@link #samplesAtOnce} samples.
     *
     * @param g their ∂E/∂output
     */
    void inputGradient(Samples g, int first, int samples, Workspace workspace);

    /**
     * Takes at most {@link #samplesAtOnce} samples into ∂E/∂weight of a group.
     *
     * @param x their inputs, if {@link #readsInputAgain}
     * @param g their ∂E/∂output
     * @param begins whether they are the group's first
     * @param workspace the same for all of a group, which holds what {@link #endWeightGradient} needs
     */
    void weightGradient(float[] sum, Samples x, Samples g, int first, int samples, boolean begins, Workspace workspace);

    /** After the last {@link #weightGradient} of a group: {@code sum} then is its ∂E/∂weight. */
    void endWeightGradient(float[] sum, Workspace workspace);

    /** Floats of buffers that a forward pass leaves. */
    long forwardFloats(long samples);

    /** Floats of further ones where the input's gradient is computed, without that gradient. */
    long inputGradientFloats(long samples);
}
