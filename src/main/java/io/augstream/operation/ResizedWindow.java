package io.augstream.operation;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.ResizeFilter;
import io.augstream.image.SeparableResize;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * How a {@link Resize} and a {@link ResizedCrop} make their pixels, where these are made by a filter along both axes: a window, which may be
 * the whole picture, at another size.
 *
 * @param left source column of the window's first pixel
 * @param top source row of the window's first pixel
 * @param shown the window's size, within the picture
 * @param size of the result
 * @param antialias as of {@link Resize}
 */
record ResizedWindow(
        int left, int top, ImageSize shown, ImageSize size, ResizeFilter interpolation, boolean antialias) {
    /** @throws MisfitException if no array holds the result */
    Image of(Image image) {
        if (image.depth() == Depth.EIGHT_BIT) {
            return Pictures.image(rows(image, new Scratch()));
        }
        int unused = Limits.samples(size, image.channels());
        return new SeparableResize(shown, size, image.channels(), interpolation, antialias).apply(image, left, top);
    }

    /**
     * Of an image of bytes.
     *
     * @throws MisfitException likewise
     */
    Rows rows(Image image, Scratch scratch) {
        return ResizedRows.of(image, this, scratch);
    }

    /**
     * As the source's rows come; nothing where some would be needed again.
     *
     * @throws MisfitException likewise
     */
    Optional<Rows> rows(Rows source, Scratch scratch) {
        return ResizedRows.of(source, this, scratch);
    }
}
