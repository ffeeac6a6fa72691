package io.augstream.operation;

import io.augstream.random.CounterRandom;
import io.augstream.random.Poisson;

/**
 * The noise of counting photons: with x the level as a fraction of full scale, the result is scale · Poisson(x / scale),
 * of mean x and standard deviation √(x · scale); rounded, then clipped. Alpha stays.
 *
 * @param scale the brightness of one photon as a fraction of full scale, in [0, 1] (Albumentations' {@code scale}; ImageNet-C
 *     gives its inverse, the photons at full scale); 0 leaves the picture as it is
 * @param perChannel whether each channel of a pixel has its own noise, or all share their luck
 * @param key of the noise field
 */
public record AddShotNoise(double scale, boolean perChannel, long key) implements SampleNoise {
    public AddShotNoise {
        Limits.fractionOfFullScale("scale", scale);
    }

    @Override
    public Change change() {
        double levelsPerPhoton = scale * Levels.FULL_SCALE;
        if (levelsPerPhoton == 0) {
            return (level, index) -> level;
        }
        return (level, index) -> {
            double photons =
                    Poisson.quantile(Math.max(0, level) / levelsPerPhoton, CounterRandom.uniformAt(key, index));
            return photons * levelsPerPhoton;
        };
    }
}
