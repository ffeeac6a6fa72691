package io.augstream.nn;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;

/**
 * Distributions to draw weights from before training. With fan_in the inputs of one output (of a convolution: C_in · k ·
 * k) and fan_out the outputs of one input (C_out · k · k):
 */
public enum Initializer {
    /** Normal, σ = √(2 / fan_in): He and others, "Delving deep into rectifiers", 2015. The default. */
    HE_NORMAL,
    /** Uniform on ±√(6 / fan_in), which has the variance of {@link #HE_NORMAL}. */
    HE_UNIFORM,
    /** Normal, σ = √(2 / (fan_in + fan_out)). */
    GLOROT_NORMAL,
    /** Uniform on ±√(6 / (fan_in + fan_out)): Glorot and Bengio, 2010. */
    GLOROT_UNIFORM;

    /** Fills {@code weights}; what they become depends on the key alone. */
    void fill(float[] weights, int fanIn, int fanOut, RandomKey key) {
        double variance =
                switch (this) {
                    case HE_NORMAL, HE_UNIFORM -> 2.0 / fanIn;
                    case GLOROT_NORMAL, GLOROT_UNIFORM -> 2.0 / ((double) fanIn + fanOut);
                };
        boolean normal = this == HE_NORMAL || this == GLOROT_NORMAL;
        double scale = Math.sqrt(normal ? variance : 3 * variance);
        for (int i = 0; i < weights.length; i++) {
            double standard =
                    normal ? CounterRandom.gaussianAt(key.value(), i) : 2 * CounterRandom.uniformAt(key.value(), i) - 1;
            weights[i] = (float) (scale * standard);
        }
    }
}
