package io.augstream.nn;

/**
 * Is shown what a training step computes on its way up and down, within residual blocks too. Looking changes no bit of the
 * step. Arrays must not be written to nor kept; they may be longer than said. Names are places, as {@link Parameter#name}
 * begins with.
 */
public interface StepViewer {
    /**
     * What a layer makes of its input, batch statistics and dropout included. A batch norm is not shown where a ReLU follows, or
     * where it ends the branch of a residual block whose activation is a ReLU: it is computed with that in one pass, and
     * the other's output is shown.
     *
     * @param y rows one after the other, of one number a feature
     * @param rows of a vector one a sample, of a map one a pixel of each sample
     * @param features a vector's numbers, or a map's channels
     */
    void output(String layer, float[] y, int rows, int features);

    /**
     * ∂E/∂input of a dense or a convolution layer, or of a residual block, where a gradient is needed: not of the lowest
     * layer that is trained, and not of a layer that adds the other way's gradient to its own.
     *
     * @param g of the whole batch
     */
    void inputGradient(String layer, float[] g, int length);
}
