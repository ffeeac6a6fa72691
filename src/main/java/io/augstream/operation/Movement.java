package io.augstream.operation;

import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * Where an operation takes what pictures of one size show: one map, which pixels, masks, boxes and points follow alike. Safe to
 * share between threads.
 */
public interface Movement {
    /** The size of what is moved. */
    ImageSize source();

    /** The size of what comes out. */
    ImageSize result();

    /** The place of the source that a place of the result shows, within the source's frame; nothing where that is the fill. */
    Optional<Place> back(Place result);

    /** Where a place of the source is shown; outside the result's frame too. */
    Place forth(Place source);

    /** Whether left and right change places, as in a mirror. */
    default boolean mirrors() {
        return false;
    }
}
