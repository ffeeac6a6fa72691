package io.augstream.operation;

import io.augstream.random.CounterRandom;

/**
 * Multiplies each level by 1 + std · g with g standard normal, so that bright parts get more noise; rounded, then clipped.
 * Alpha stays.
 *
 * @param std standard deviation at full scale, as a fraction of full scale, in [0, 1]
 * @param perChannel whether each channel of a pixel has its own noise, or all share one
 * @param key of the noise field
 */
public record AddSpeckle(double std, boolean perChannel, long key) implements SampleNoise {
    public AddSpeckle {
        Limits.fractionOfFullScale("std", std);
    }

    @Override
    public Change change() {
        return (level, index) -> level * (1 + std * CounterRandom.gaussianAt(key, index));
    }
}
