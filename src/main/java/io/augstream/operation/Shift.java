package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Optional;

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

    /** @throws IllegalArgumentException if {@code pixels} are beyond the limits, or not whole */
    public static int whole(double pixels) {
        Limits.shift(pixels);
        if (pixels != (int) pixels) {
            throw new IllegalArgumentException("pixels must be whole numbers, got " + pixels);
        }
        return (int) pixels;
    }

    /** @throws MisfitException if {@code fill} lists neither one level nor one a channel */
    @Override
    public Image apply(Image image) {
        return window(image.size()).apply(image);
    }

    @Override
    public Optional<Warping> warping(ImageSize size, int channels) {
        return window(size).warping(size, channels);
    }

    @Override
    public Optional<Movement> movement(ImageSize size) {
        return window(size).movement(size);
    }

    private Crop window(ImageSize size) {
        return new Crop(-right, -down, size, border, fill);
    }
}
