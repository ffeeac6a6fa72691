package io.augstream.dataset;

import io.augstream.image.Image;

/** A picture that can be read as often as wanted, from any thread. */
@FunctionalInterface
public interface ImageSource {
    /** @throws DataException if the picture cannot be read; the message says which and why */
    Image read();

    /** The file it comes from, for people and manifests; empty where it has none of its own. */
    default String name() {
        return "";
    }
}
