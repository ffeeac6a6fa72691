package io.augstream.nn;

import io.augstream.random.RandomKey;

/**
 * How a forward pass is meant.
 *
 * @param training whether batch statistics and dropout are used, and what a backward pass needs is kept
 * @param key decides, with a layer's name, what dropout drops
 */
record Pass(boolean training, RandomKey key) {
    static final Pass EVALUATION = new Pass(false, new RandomKey(0));

    static Pass training(RandomKey key) {
        return new Pass(true, key);
    }
}
