package io.augstream.operation;

import io.augstream.image.ImageSize;

/**
 * Moves the picture by whole pixels within its frame, exactly: every sample keeps its value.
 *
 * @param right pixels to the right, negative to the left, in [-65535, 65535]
 * @param down pixels downwards, negative upwards, in [-65535, 65535]
 * @param fill the level outside, for {@link Border#CONSTANT}
 */
public record Shift(int right, int down, Border border, Fill fill) implements SpecialCase {
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

    @Override
    public Operation general(ImageSize size) {
        return new Crop(-right, -down, size, border, fill);
    }
}
