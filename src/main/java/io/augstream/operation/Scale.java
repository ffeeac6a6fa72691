package io.augstream.operation;

import io.augstream.image.ImageSize;

/**
 * Makes the picture larger or smaller about its centre ((w−1)/2, (h−1)/2); the frame stays: an {@link Affine} that does nothing
 * else. Nothing is smoothed where the picture shrinks.
 *
 * @param factor of both sides, in [0.01, 100]; above 1 the picture grows
 * @param border what is seen outside the picture; neighbours outside blend with those inside
 * @param fill the level outside, for {@link Border#CONSTANT}
 */
public record Scale(double factor, Interpolation interpolation, Border border, Fill fill) implements SpecialCase {
    public Scale {
        Limits.check("factor", factor, 0.01, 100, "");
    }

    @Override
    public Operation general(ImageSize size) {
        return new Affine(0, 0, 0, factor, 1, 0, 0, interpolation, border, fill);
    }
}
