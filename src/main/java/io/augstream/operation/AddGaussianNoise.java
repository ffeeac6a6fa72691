package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.random.CounterRandom;

/**
 * Adds normal noise of mean 0; rounded, then clipped. Alpha stays.
 *
 * @param std standard deviation as a fraction of full scale, in [0, 1]
 * @param perChannel whether each channel of a pixel has its own noise, or all share one
 * @param key of the noise field
 */
public record AddGaussianNoise(double std, boolean perChannel, long key) implements Operation {
    public AddGaussianNoise {
        Limits.fractionOfFullScale("std", std);
    }

    @Override
    public Image apply(Image image) {
        double deviation = std * Levels.FULL_SCALE;
        return ColourSamples.change(
                image, perChannel, (level, index) -> level + deviation * CounterRandom.gaussianAt(key, index));
    }
}
