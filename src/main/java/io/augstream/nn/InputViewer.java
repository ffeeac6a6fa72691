package io.augstream.nn;

/** Is shown what a network multiplies by its weights: the inputs of its dense and convolution layers, within blocks too. */
@FunctionalInterface
public interface InputViewer {
    /**
     * Must not write to {@code x} nor keep it.
     *
     * @param layer its name, as in {@link Parameter#name}
     * @param x rows one after the other, of one number a feature; may be longer
     * @param rows of a dense layer one a sample, of a convolution one a pixel of each sample
     * @param features the inputs of a dense layer, the channels of a convolution's
     */
    void look(String layer, float[] x, int rows, int features);
}
