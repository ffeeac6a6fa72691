package io.augstream.nn;

import io.augstream.random.RandomKey;
import org.jspecify.annotations.Nullable;

/**
 * How a forward pass is meant.
 *
 * @param training whether batch statistics and dropout are used, and what a backward pass needs is kept
 * @param key decides, with a layer's name, what dropout drops
 * @param probe looks at the work of each layer; null where nobody does
 */
record Pass(boolean training, RandomKey key, @Nullable LayerProbe probe) {
    static final Pass EVALUATION = new Pass(false, new RandomKey(0), null);

    /** One that evaluates before somebody's eyes. */
    static Pass watched(LayerProbe probe) {
        return new Pass(false, EVALUATION.key, probe);
    }

    static Pass training(RandomKey key, @Nullable LayerProbe probe) {
        return new Pass(true, key, probe);
    }
}
