package io.augstream.operation;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.ChangedRows;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * An operation that makes each pixel from itself alone, once the image has been asked for what it needs to know of the
 * whole: the mean level, say. So it needs no second picture, and can be applied to a few rows while they are in the cache.
 * Alpha, the fourth channel, stays.
 */
public interface PointOperation extends Operation {
    /**
     * What this operation does to the pixels of {@code image}, of 8 bits, which is read and not written.
     *
     * @param scratch holds pictures in between, where there are any
     */
    PixelChange prepare(Image image, Scratch scratch);

    /** Whether {@link #prepare} looks at samples; otherwise the number of channels is all that it takes from the image. */
    default boolean readsSamples() {
        return true;
    }

    /** Nothing where the whole of the image is asked for something first. */
    @Override
    default Optional<Rows> rows(Rows source, Scratch scratch) {
        if (readsSamples()) {
            return Optional.empty();
        }
        int width = source.width();
        PixelChange change =
                prepare(Image.of(ImageSize.square(1), source.channels(), new byte[source.channels()]), scratch);
        return Optional.of(new ChangedRows(source, (samples, at, row) -> change.change(samples, at, width)));
    }

    @Override
    default Rows rowsOf(Image image, Scratch scratch) {
        PixelChange change = prepare(image, scratch);
        int width = image.width();
        return new ChangedRows(Pictures.rows(image), (samples, at, row) -> change.change(samples, at, width));
    }

    /** What {@link #apply} makes of a picture of 16 bits or floats: real levels by the same formula. */
    Image deep(Image image);

    @Override
    default Image apply(Image image) {
        if (image.depth() != Depth.EIGHT_BIT) {
            return deep(image);
        }
        byte[] samples = image.samples().clone();
        prepare(image, new Scratch()).change(samples, 0, image.width() * image.height());
        return Image.of(image.size(), image.channels(), samples);
    }
}
