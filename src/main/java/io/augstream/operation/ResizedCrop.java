package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * Shows a window of the picture at another size, in one step: torchvision's {@code resized_crop}. Pixels around the window do not
 * count, as if it had been cut out before.
 *
 * @param left source column of the window's first pixel, in [0, 1000000000]
 * @param top source row of the window's first pixel, likewise
 * @param window its size, within the picture
 * @param size of the result
 * @param antialias whether smoothing filters reach farther where the window shrinks, as {@link ResizeFilter} tells
 */
public record ResizedCrop(
        int left, int top, ImageSize window, ImageSize size, ResizeFilter interpolation, boolean antialias)
        implements Operation {
    public ResizedCrop {
        Limits.place("left", left);
        Limits.place("top", top);
    }

    /** @throws MisfitException if the window does not lie within the image, or {@code size} is too large for its channels */
    @Override
    public Image apply(Image image) {
        requireWithin(image.size());
        return window.equals(image.size()) ? resize().apply(image) : resized().of(image);
    }

    @Override
    public Optional<Rows> rows(Rows source, Scratch scratch) {
        requireWithin(Pictures.size(source));
        return window.equals(Pictures.size(source))
                ? resize().rows(source, scratch)
                : resized().rows(source, scratch);
    }

    @Override
    public Rows rowsOf(Image image, Scratch scratch) {
        requireWithin(image.size());
        return window.equals(image.size())
                ? resize().rowsOf(image, scratch)
                : resized().rows(image, scratch);
    }

    /** What it is where the window is the whole picture. */
    private Resize resize() {
        return new Resize(size, interpolation, antialias);
    }

    private ResizedWindow resized() {
        return new ResizedWindow(left, top, window, size, interpolation, antialias);
    }

    private void requireWithin(ImageSize source) {
        if ((long) left + window.width() > source.width() || (long) top + window.height() > source.height()) {
            throw new MisfitException("the window " + window + " at column " + left + " and row " + top
                    + " must lie within the image, but that is " + source);
        }
    }

    @Override
    public Optional<Warping> warping(ImageSize source, int channels) {
        return window.equals(source) ? resize().warping(source, channels) : Optional.empty();
    }

    @Override
    public Optional<Movement> movement(ImageSize source) {
        requireWithin(source);
        return Optional.of(new ScaledMovement(left, top, window, source, size));
    }

    @Override
    public ImageSize resultSize(ImageSize source) {
        return size;
    }
}
