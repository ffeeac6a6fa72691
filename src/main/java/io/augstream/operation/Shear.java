package io.augstream.operation;

import io.augstream.image.ImageSize;

/**
 * Leans the picture about its centre ((w−1)/2, (h−1)/2); the frame stays: an {@link Affine} that does nothing else, the
 * ShearX and ShearY of AutoAugment and torchvision.
 *
 * @param degrees the angle by which lines lean, in [-85, 85]
 * @param axis along which pixels move: {@link Axis#HORIZONTAL} makes upright lines lean to the right, {@link Axis#VERTICAL} makes
 *     level lines rise to the right
 * @param border what is seen outside the picture; neighbours outside blend with those inside
 * @param fill the level outside, for {@link Border#CONSTANT}
 */
public record Shear(double degrees, Axis axis, Interpolation interpolation, Border border, Fill fill)
        implements SpecialCase {
    public Shear {
        Limits.check("degrees", degrees, -85, 85, "");
    }

    @Override
    public Operation general(ImageSize size) {
        boolean horizontal = axis == Axis.HORIZONTAL;
        return new Affine(
                0, horizontal ? degrees : 0, horizontal ? 0 : degrees, 1, 1, 0, 0, interpolation, border, fill);
    }
}
