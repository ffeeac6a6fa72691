package io.augstream.operation;

import io.augstream.image.Image;

/**
 * Moves the picture by whole pixels within its frame, exactly: every sample keeps its value.
 *
 * @param right pixels to the right, negative to the left, in [-65535, 65535]
 * @param down pixels downwards, negative upwards, in [-65535, 65535]
 * @param fill the level outside, for {@link Border#CONSTANT}
 */
public record Shift(int right, int down, Border border, Fill fill) implements Operation {
    public Shift {
        Limits.shift(right);
        Limits.shift(down);
    }

    /** @throws MisfitException if {@code fill} lists neither one level nor one a channel */
    @Override
    public Image apply(Image image) {
        return new Crop(-right, -down, image.size(), border, fill).apply(image);
    }
}
