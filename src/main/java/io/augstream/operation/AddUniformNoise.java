package io.augstream.operation;

import io.augstream.random.CounterRandom;

/**
 * Adds noise uniform in [−width/2, width/2]; rounded, then clipped. Alpha stays.
 *
 * @param width of the whole interval, as a fraction of full scale, in [0, 1]
 * @param perChannel whether each channel of a pixel has its own noise, or all share one
 * @param key of the noise field
 */
public record AddUniformNoise(double width, boolean perChannel, long key) implements SampleNoise {
    public AddUniformNoise {
        Limits.fractionOfFullScale("width", width);
    }

    @Override
    public Change change() {
        double levels = width * Levels.FULL_SCALE;
        return (level, index) -> level + levels * (CounterRandom.uniformAt(key, index) - 0.5);
    }
}
