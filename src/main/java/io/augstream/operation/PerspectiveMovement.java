package io.augstream.operation;

import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * The {@link Movement} of a {@link Perspective}.
 *
 * @param forth in front of whose horizon all of the picture lies
 */
record PerspectiveMovement(Homography forth, Homography back, ImageSize source, Border border) implements Movement {
    @Override
    public ImageSize result() {
        return source;
    }

    @Override
    public Optional<Place> back(Place place) {
        return back.of(place).flatMap(seen -> border.seen(seen, source));
    }

    @Override
    public Place forth(Place place) {
        return forth.ahead(place);
    }
}
