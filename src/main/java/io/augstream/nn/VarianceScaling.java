package io.augstream.nn;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;

/** Distributions whose variance keeps signals (fan_in) or gradients (fan_out) at one size from layer to layer. */
public enum VarianceScaling implements Initializer {
    /** Normal, σ = √(2 / fan_in): He and others, "Delving deep into rectifiers", 2015. The default. */
    HE_NORMAL,
    /** Uniform on ±√(6 / fan_in), which has the variance of {@link #HE_NORMAL}. */
    HE_UNIFORM,
    /** Normal, σ = √(2 / fan_out). */
    HE_NORMAL_FAN_OUT,
    /** Uniform on ±√(6 / fan_out). */
    HE_UNIFORM_FAN_OUT,
    /** Normal, σ = √(2 / (fan_in + fan_out)). */
    GLOROT_NORMAL,
    /** Uniform on ±√(6 / (fan_in + fan_out)): Glorot and Bengio, 2010. */
    GLOROT_UNIFORM,
    /** Normal, σ = √(1 / fan_in): LeCun and others, "Efficient BackProp", 1998. */
    LECUN_NORMAL,
    /** Uniform on ±√(3 / fan_in). */
    LECUN_UNIFORM;

    @Override
    public void fill(float[] weights, int fanIn, int fanOut, RandomKey key) {
        double variance =
                switch (this) {
                    case HE_NORMAL, HE_UNIFORM -> 2.0 / fanIn;
                    case HE_NORMAL_FAN_OUT, HE_UNIFORM_FAN_OUT -> 2.0 / fanOut;
                    case GLOROT_NORMAL, GLOROT_UNIFORM -> 2.0 / ((double) fanIn + fanOut);
                    case LECUN_NORMAL, LECUN_UNIFORM -> 1.0 / fanIn;
                };
        boolean normal =
                switch (this) {
                    case HE_NORMAL, HE_NORMAL_FAN_OUT, GLOROT_NORMAL, LECUN_NORMAL -> true;
                    case HE_UNIFORM, HE_UNIFORM_FAN_OUT, GLOROT_UNIFORM, LECUN_UNIFORM -> false;
                };
        double scale = Math.sqrt(normal ? variance : 3 * variance);
        for (int i = 0; i < weights.length; i++) {
            double standard =
                    normal ? CounterRandom.gaussianAt(key.value(), i) : 2 * CounterRandom.uniformAt(key.value(), i) - 1;
            weights[i] = (float) (scale * standard);
        }
    }
}
