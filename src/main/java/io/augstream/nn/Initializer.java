package io.augstream.nn;

import io.augstream.random.RandomKey;

/**
 * What weights are before training. With fan_in the inputs of one output (of a convolution: k · k · C_in / groups) and fan_out
 * the outputs of one input (k · k · C_out / groups; PyTorch does not divide this one by the groups).
 */
public sealed interface Initializer
        permits ConstantWeights, HadamardWeights, NormalWeights, OrthogonalWeights, UniformWeights, VarianceScaling {
    /** The default: {@link VarianceScaling#HE_NORMAL}. */
    Initializer HE_NORMAL = VarianceScaling.HE_NORMAL;

    /** {@link VarianceScaling#HE_UNIFORM}. */
    Initializer HE_UNIFORM = VarianceScaling.HE_UNIFORM;

    /** {@link VarianceScaling#GLOROT_NORMAL}. */
    Initializer GLOROT_NORMAL = VarianceScaling.GLOROT_NORMAL;

    /** {@link VarianceScaling#GLOROT_UNIFORM}. */
    Initializer GLOROT_UNIFORM = VarianceScaling.GLOROT_UNIFORM;

    /**
     * Fills {@code weights}, a matrix of {@code fanIn} rows with the outputs innermost; what they become depends on the
     * key alone.
     */
    void fill(float[] weights, int fanIn, int fanOut, RandomKey key);
}
