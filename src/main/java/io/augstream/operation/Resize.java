package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * Changes the size, each side by its own factor: torchvision's {@code Resize} with two sides, Pillow's {@code resize}. Output pixel
 * i looks at (i + ½) · w / W − ½ of the source. An image of that size already is left as it is.
 *
 * @param size of the result
 * @param antialias whether smoothing filters reach farther where the picture shrinks, as {@link ResizeFilter} tells
 */
public record Resize(ImageSize size, ResizeFilter interpolation, boolean antialias) implements Operation {
    /** @throws MisfitException if {@code size} is too large for the image's channels */
    @Override
    public Image apply(Image image) {
        if (image.size().equals(size)) {
            return image;
        }
        if (looksAtNeighbours(image.size())) {
            return Resampling.resample(
                    image, size, map(image.size()), Interpolation.BILINEAR, Border.REPLICATE, Fill.ZERO);
        }
        return whole(image.size()).of(image);
    }

    @Override
    public Optional<Rows> rows(Rows source, Scratch scratch) {
        ImageSize from = Pictures.size(source);
        return isFiltered(from) ? whole(from).rows(source, scratch) : Optional.empty();
    }

    @Override
    public Rows rowsOf(Image image, Scratch scratch) {
        return isFiltered(image.size()) ? whole(image.size()).rows(image, scratch) : Pictures.rows(apply(image));
    }

    /** Whether pixels are made by the filter along both axes; else the image is left as it is, or {@link #looksAtNeighbours}. */
    private boolean isFiltered(ImageSize source) {
        return !source.equals(size) && !looksAtNeighbours(source);
    }

    private ResizedWindow whole(ImageSize source) {
        return new ResizedWindow(0, 0, source, size, interpolation, antialias);
    }

    /** Whether each pixel is linear between its four neighbours, as in a {@link Warping}. */
    private boolean looksAtNeighbours(ImageSize source) {
        boolean grows = size.width() >= source.width() && size.height() >= source.height();
        return interpolation == ResizeFilter.BILINEAR && (grows || !antialias);
    }

    @Override
    public Optional<Warping> warping(ImageSize source, int channels) {
        if (source.equals(size)) {
            return Warping.within(map(source), size, channels);
        }
        return looksAtNeighbours(source)
                ? Warping.of(map(source), source, size, channels, Interpolation.BILINEAR, Border.REPLICATE, Fill.ZERO)
                : Optional.empty();
    }

    private AffineMap map(ImageSize source) {
        return AffineMap.turned(
                source,
                size,
                Turn.of(0),
                (double) source.width() / size.width(),
                (double) source.height() / size.height());
    }

    @Override
    public Optional<Movement> movement(ImageSize source) {
        return Optional.of(new ScaledMovement(0, 0, source, source, size));
    }

    @Override
    public ImageSize resultSize(ImageSize source) {
        return size;
    }
}
