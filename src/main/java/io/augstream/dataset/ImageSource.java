package io.augstream.dataset;

import io.augstream.image.Image;

/** A picture that can be read as often as wanted, from any thread. */
@FunctionalInterface
public interface ImageSource {
    /** @throws DataException if the picture cannot be read; the message says which and why */
    Image read();
}
