package io.augstream.pipeline;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;

/**
 * The values that, with a stage's name, decide every draw for one image: the same key and stage give the same draw,
 * whatever the thread, batch, order or other stages.
 *
 * @param seed the run's seed
 * @param epoch the pass over the data, from 0
 * @param sample the sample's id
 */
public record DrawKey(long seed, long epoch, String sample) {
    /** The random stream of the stage {@code stage}. */
    public CounterRandom random(String stage) {
        return RandomKey.of(seed).with(epoch).with(sample).with(stage).random();
    }
}
