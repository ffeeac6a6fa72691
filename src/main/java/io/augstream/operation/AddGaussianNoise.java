package io.augstream.operation;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.pixel.GaussianField;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * Adds normal noise of mean 0; clipped, and rounded at the picture's depth (8 bits: the noise itself is rounded to levels). Alpha
 * stays.
 *
 * @param std standard deviation as a fraction of full scale, in [0, 1]
 * @param perChannel whether each channel of a pixel has its own noise, or all share one
 * @param key of the noise field
 */
public record AddGaussianNoise(double std, boolean perChannel, long key) implements SampleNoise {
    public AddGaussianNoise {
        Limits.fractionOfFullScale("std", std);
    }

    @Override
    public Image apply(Image image) {
        return image.depth() == Depth.EIGHT_BIT
                ? Pictures.image(noisy(Pictures.rows(image), new Scratch()))
                : SampleNoise.super.apply(image);
    }

    @Override
    public Change change() {
        GaussianField field = field(1);
        return (level, index) -> level + field.at(index);
    }

    @Override
    public Optional<Rows> rows(Rows source, Scratch scratch) {
        return Optional.of(noisy(source, scratch));
    }

    private Rows noisy(Rows source, Scratch scratch) {
        return field(source.channels()).over(source, scratch);
    }

    private GaussianField field(int channels) {
        return new GaussianField(key, std * Levels.FULL_SCALE, channels, perChannel);
    }
}
