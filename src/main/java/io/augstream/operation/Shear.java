package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Optional;

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
        implements Operation {
    public Shear {
        Limits.check("degrees", degrees, -85, 85, "");
    }

    private Affine affine() {
        boolean horizontal = axis == Axis.HORIZONTAL;
        return new Affine(
                0, horizontal ? degrees : 0, horizontal ? 0 : degrees, 1, 1, 0, 0, interpolation, border, fill);
    }

    /** @throws MisfitException if {@code fill} lists neither one level nor one a channel */
    @Override
    public Image apply(Image image) {
        return affine().apply(image);
    }

    @Override
    public Optional<Warping> warping(ImageSize size, int channels) {
        return affine().warping(size, channels);
    }

    @Override
    public Optional<Movement> movement(ImageSize size) {
        return affine().movement(size);
    }
}
