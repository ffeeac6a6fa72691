package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.pixel.GaussianField;
import io.augstream.pixel.NoiseScratch;

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
        byte[] samples = image.samples();
        byte[] noisy = new byte[samples.length];
        int pixels = samples.length / image.channels();
        new GaussianField(key, std * Levels.FULL_SCALE, image.channels(), perChannel)
                .add(samples, 0, 0, pixels, noisy, 0, new NoiseScratch());
        return Image.of(image.size(), image.channels(), noisy);
    }
}
