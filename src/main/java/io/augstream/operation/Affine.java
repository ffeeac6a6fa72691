package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * Leans, scales, turns and shifts the picture, in this order, about its centre ((w−1)/2, (h−1)/2), in one map and one
 * resampling; the frame stays. This is any affine map but those that mirror, and torchvision's {@code affine}, which turns the
 * other way. Nothing is smoothed where the picture shrinks.
 *
 * @param degrees positive is counter-clockwise as displayed, as of {@link Rotate}; in [-360, 360]
 * @param shear the angle by which upright lines lean, in degrees, in [-85, 85]; positive is to the right, as italics do and as
 *     torchvision's {@code shear} along x
 * @param shearY the angle by which level lines lean after that, in degrees, in [-85, 85]; positive rises to the right, as
 *     torchvision's {@code shear} along y
 * @param scale of both sides, in [0.01, 100]; above 1 the picture grows
 * @param aspect how many times wider than before the picture is for its height, at the same area, in [0.01, 100]: widths are
 *     multiplied by √aspect and heights divided by it
 * @param right pixels to the right, in [-65535, 65535], fractions too
 * @param down pixels downwards, likewise
 * @param border what is seen outside the picture; neighbours outside blend with those inside
 * @param fill the level outside, for {@link Border#CONSTANT}
 */
public record Affine(
        double degrees,
        double shear,
        double shearY,
        double scale,
        double aspect,
        double right,
        double down,
        Interpolation interpolation,
        Border border,
        Fill fill)
        implements Operation {
    public Affine {
        Limits.degrees(degrees);
        Limits.check("shear", shear, -85, 85, " degrees");
        Limits.check("shear_y", shearY, -85, 85, " degrees");
        Limits.check("scale", scale, 0.01, 100, "");
        Limits.check("aspect", aspect, 0.01, 100, "");
        Limits.shift(right);
        Limits.shift(down);
    }

    /** @throws MisfitException if {@code fill} lists neither one level nor one a channel */
    @Override
    public Image apply(Image image) {
        return Resampling.resample(image, image.size(), map(image.size()), interpolation, border, fill);
    }

    @Override
    public Optional<Warping> warping(ImageSize size, int channels) {
        return Warping.of(map(size), size, size, channels, interpolation, border, fill);
    }

    @Override
    public Optional<Movement> movement(ImageSize size) {
        return Optional.of(new AffineMovement(map(size), size, size, border));
    }

    /** The way back, from output to source: unshift, turn back, unscale, straighten. */
    private AffineMap map(ImageSize size) {
        double centreX = (size.width() - 1) / 2.0;
        double centreY = (size.height() - 1) / 2.0;
        Turn turn = Turn.of(degrees);
        double leanX = StrictMath.tan(Math.toRadians(shear));
        double leanY = StrictMath.tan(Math.toRadians(shearY));
        double growth = Math.sqrt(aspect);
        double stepX = 1 / (scale * growth);
        double stepY = growth / scale;
        return new AffineMap(
                centreX,
                centreY,
                centreX + right,
                centreY + down,
                turn.cos() * stepX + leanX * turn.sin() * stepY + leanX * leanY * turn.cos() * stepX,
                -turn.sin() * stepX + leanX * turn.cos() * stepY - leanX * leanY * turn.sin() * stepX,
                turn.sin() * stepY + leanY * turn.cos() * stepX,
                turn.cos() * stepY - leanY * turn.sin() * stepX);
    }
}
