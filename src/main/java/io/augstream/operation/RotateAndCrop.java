package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * Turns the image (positive degrees counter-clockwise as displayed), takes an upright rectangle that lies wholly inside the
 * turned picture, and resamples it to {@code size}: one map from the source, and no fill pixel ever shows. Neighbours that
 * interpolation needs beyond the edge are those of the edge.
 *
 * @param degrees in [-360, 360]
 * @param size of the result
 * @param keepAspect whether the rectangle has the picture's aspect ratio, or the largest area
 */
public record RotateAndCrop(double degrees, ImageSize size, boolean keepAspect, Interpolation interpolation)
        implements Operation {
    public RotateAndCrop {
        Limits.degrees(degrees);
    }

    /** @throws MisfitException if {@code size} is too large for the image's channels */
    @Override
    public Image apply(Image image) {
        return Resampling.resample(image, size, map(image.size()), interpolation, Border.REPLICATE, Fill.ZERO);
    }

    private AffineMap map(ImageSize source) {
        InscribedRectangle kept = kept(source);
        return AffineMap.turned(
                source, size, Turn.of(degrees), kept.width() / size.width(), kept.height() / size.height());
    }

    /** The part of a turned picture of {@code source} that the result shows. */
    public InscribedRectangle kept(ImageSize source) {
        return keepAspect
                ? InscribedRectangle.keepingAspect(source, degrees)
                : InscribedRectangle.largest(source, degrees);
    }

    @Override
    public Optional<Warping> warping(ImageSize source, int channels) {
        return Warping.of(map(source), source, size, channels, interpolation, Border.REPLICATE, Fill.ZERO);
    }

    @Override
    public Optional<Movement> movement(ImageSize source) {
        return Optional.of(new AffineMovement(map(source), source, size, Border.REPLICATE));
    }

    @Override
    public ImageSize resultSize(ImageSize source) {
        return size;
    }
}
