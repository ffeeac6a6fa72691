package io.augstream.nn;

import io.augstream.random.RandomKey;
import java.util.Arrays;

/**
 * The same number everywhere. Outputs that start alike stay alike, so this suits few layers.
 *
 * @param value finite, also as a float
 */
public record ConstantWeights(double value) implements Initializer {
    public ConstantWeights {
        Bounds.finiteFloat(value, "value");
    }

    @Override
    public void fill(float[] weights, int fanIn, int fanOut, RandomKey key) {
        Arrays.fill(weights, (float) value);
    }
}
