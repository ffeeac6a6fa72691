package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * Turns the image about its centre ((w−1)/2, (h−1)/2), positive degrees counter-clockwise as displayed, as OpenCV, Pillow,
 * torchvision and Albumentations do. Multiples of 90° are exact where pixel centres meet (always with {@code expand}).
 *
 * @param degrees in [-360, 360]
 * @param border what is seen outside the picture; neighbours outside blend with those inside
 * @param fill the level outside, for {@link Border#CONSTANT}
 * @param expand whether the result grows to hold the whole turned picture, ⌈w·|cos|+h·|sin|⌉ × ⌈w·|sin|+h·|cos|⌉, or keeps
 *     the input's size
 */
public record Rotate(double degrees, Interpolation interpolation, Border border, Fill fill, boolean expand)
        implements Operation {
    /** Keeps a size that is whole but for rounding from growing by a pixel. */
    private static final double ROUNDING = 1e-9;

    public Rotate {
        Limits.degrees(degrees);
    }

    /** @throws MisfitException if {@code fill} lists neither one level nor one a channel, or the result is too large */
    @Override
    public Image apply(Image image) {
        ImageSize size = resultSize(image.size());
        return Resampling.resample(image, size, map(image.size()), interpolation, border, fill);
    }

    private AffineMap map(ImageSize size) {
        return AffineMap.turned(size, resultSize(size), Turn.of(degrees), 1, 1);
    }

    @Override
    public Optional<Warping> warping(ImageSize size, int channels) {
        return Warping.of(map(size), size, resultSize(size), channels, interpolation, border, fill);
    }

    @Override
    public Optional<Movement> movement(ImageSize size) {
        return Optional.of(new AffineMovement(map(size), size, resultSize(size), border));
    }

    @Override
    public ImageSize resultSize(ImageSize size) {
        if (!expand) {
            return size;
        }
        Turn turn = Turn.of(degrees);
        double width = size.width() * turn.absCos() + size.height() * turn.absSin();
        double height = size.width() * turn.absSin() + size.height() * turn.absCos();
        return new ImageSize((int) Math.ceil(width - ROUNDING), (int) Math.ceil(height - ROUNDING));
    }
}
