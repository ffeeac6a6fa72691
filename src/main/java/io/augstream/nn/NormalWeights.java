package io.augstream.nn;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;

/**
 * Normal numbers with mean 0, whatever the size of the layer.
 *
 * @param sigma their standard deviation, at least 0
 */
public record NormalWeights(double sigma) implements Initializer {
    public NormalWeights {
        Bounds.finiteAndNotNegative(sigma, "sigma");
    }

    @Override
    public void fill(float[] weights, int fanIn, int fanOut, RandomKey key) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (sigma * CounterRandom.gaussianAt(key.value(), i));
        }
    }
}
