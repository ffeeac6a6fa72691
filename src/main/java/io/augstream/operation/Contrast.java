package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.Luma;

/**
 * Moves every level away from the picture's mean or towards it: factor · level + (1 − factor) · mean, rounded, then clipped.
 * The mean is that of the {@link Luma luma}, rounded to a level, as torchvision's
 * {@code adjust_contrast} takes it from a Pillow image (from a tensor it takes it unrounded, of luma cut to whole levels); of 16 bits and floats it is
 * not rounded.
 *
 * @param factor in [0, 100]: 0 gives one gray, 1 changes nothing
 */
public record Contrast(double factor) implements LevelOperation {
    public Contrast {
        Limits.factor("factor", factor);
    }

    @Override
    public Image deep(Image image) {
        double[] sums = new double[ColourLevels.colours(image.channels())];
        for (int i = 0; i < image.length(); i++) {
            if (i % image.channels() < sums.length) {
                sums[i % image.channels()] += image.level(i);
            }
        }
        double sum = sums.length == 1 ? sums[0] : Luma.level(sums[0], sums[1], sums[2]);
        double rest = (1 - factor) * sum / (image.width() * image.height());
        return ColourLevels.changeEach(image, (level, colour) -> factor * level + rest);
    }

    @Override
    public LevelTable after(LevelTable before, Image image) {
        double rest = (1 - factor) * Histogram.of(image, before).meanLuma();
        return before.then(level -> factor * level + rest);
    }
}
