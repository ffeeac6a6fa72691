package io.augstream.pipeline;

import io.augstream.random.RandomKey;
import java.util.Objects;

/**
 * The values that, with a stage's name, decide every draw for one image: the same key and stage give the same draw,
 * whatever the thread, batch, order or other stages.
 *
 * @param seed the run's seed
 * @param epoch the pass over the data, from 0
 * @param sample the sample's id
 */
public record DrawKey(long seed, long epoch, String sample) {
    public DrawKey {
        Objects.requireNonNull(sample, "sample, the id that draws depend on");
    }

    /**
     * The key of a stage's random stream.
     *
     * @param path the stage's name, behind those of the combinators that hold it, joined by {@code /}
     */
    public RandomKey stream(String path) {
        return RandomKey.of(seed).with(epoch).with(sample).with(path);
    }
}
