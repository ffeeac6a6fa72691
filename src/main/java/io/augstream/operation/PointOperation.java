package io.augstream.operation;

import io.augstream.image.Image;

/**
 * An operation that makes each pixel from itself alone, once the image has been asked for what it needs to know of the
 * whole: the mean level, say. So it needs no second picture, and can be applied to a few rows while they are in the cache.
 * Alpha, the fourth channel, stays.
 */
public interface PointOperation extends Operation {
    /** What this operation does to the pixels of {@code image}, which is read and not written. */
    PixelChange prepare(Image image);

    /** Whether {@link #prepare} looks at samples; otherwise the number of channels is all that it takes from the image. */
    default boolean readsSamples() {
        return true;
    }

    @Override
    default Image apply(Image image) {
        byte[] samples = image.samples().clone();
        prepare(image).change(samples, 0, image.width() * image.height());
        return Image.of(image.size(), image.channels(), samples);
    }
}
