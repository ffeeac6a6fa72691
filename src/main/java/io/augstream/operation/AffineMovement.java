package io.augstream.operation;

import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * A {@link Movement} that keeps lines straight.
 *
 * @param map from the result to the source
 * @param border of the source
 */
record AffineMovement(AffineMap map, ImageSize source, ImageSize result, Border border) implements Movement {
    @Override
    public Optional<Place> back(Place place) {
        return border.seen(map.back(place), source);
    }

    @Override
    public Place forth(Place place) {
        return map.forth(place);
    }

    @Override
    public boolean mirrors() {
        return map.determinant() < 0;
    }
}
