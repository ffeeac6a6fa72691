package io.augstream.operation;

import io.augstream.image.Image;

/**
 * Moves every level away from the picture's mean or towards it: factor · level + (1 − factor) · mean, rounded, then clipped.
 * The mean is that of the {@link io.augstream.image.Luma luma}, rounded to a level, as torchvision's
 * {@code adjust_contrast} takes it from a Pillow image (from a tensor it takes it unrounded, of luma cut to whole levels).
 *
 * @param factor in [0, 100]: 0 gives one gray, 1 changes nothing
 */
public record Contrast(double factor) implements LevelOperation {
    public Contrast {
        Limits.factor("factor", factor);
    }

    @Override
    public LevelTable after(LevelTable before, Image image) {
        double rest = (1 - factor) * Histogram.of(image, before).meanLuma();
        return before.then(level -> factor * level + rest);
    }
}
