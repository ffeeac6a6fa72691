package io.augstream.nn;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;

/**
 * Uniform numbers on ±{@code bound}, whatever the size of the layer.
 *
 * @param bound at least 0
 */
public record UniformWeights(double bound) implements Initializer {
    public UniformWeights {
        Bounds.finiteAndNotNegative(bound, "bound");
    }

    @Override
    public void fill(float[] weights, int fanIn, int fanOut, RandomKey key) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (bound * (2 * CounterRandom.uniformAt(key.value(), i) - 1));
        }
    }
}
