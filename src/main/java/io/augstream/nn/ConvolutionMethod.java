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

    /** @param x the whole batch, left as it is until the backward pass where this one trains */
    void beginForward(float[] x, float[] weight, int batch);

    /** Writes the outputs of at most {@link #samplesAtOnce} samples. */
    void forward(float[] y, int first, int samples, Workspace workspace);

    /** @param g ∂E/∂output of the batch of the last forward pass */
    void beginBackward(float[] g);

    /**
     * After {@link #beginBackward}, where {@link #inputGradient} will be called.
     *
     * @param add whether ∂E/∂input is added to what {@code gx} holds
     */
    void beginInputGradient(float[] weight, int batch, boolean add, float[] gx);

    /** Writes or adds ∂E/∂input of at most {@link #samplesAtOnce} samples. */
    void inputGradient(int first, int samples, Workspace workspace);

    /** Sets {@code sum} to ∂E/∂weight of some samples, which does not depend on how many are done at a time. */
    void weightGradient(float[] sum, int first, int end, Workspace workspace);

    /** Floats of buffers that a forward pass leaves. */
    long forwardFloats(long samples);

    /** Floats of further ones where the input's gradient is computed, without that gradient. */
    long inputGradientFloats(long samples);
}
