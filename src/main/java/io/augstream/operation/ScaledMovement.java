package io.augstream.operation;

import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * The {@link Movement} of a window that is resized. An {@link AffineMap} would do, but for its rounding: half-way between two pixels, this
 * finds the one that the picture shows.
 *
 * @param left source column of the window's first pixel
 * @param top its row
 */
record ScaledMovement(int left, int top, ImageSize window, ImageSize source, ImageSize result) implements Movement {
    @Override
    public Optional<Place> back(Place place) {
        return Border.REPLICATE.seen(
                new Place(
                        left + scaled(place.x(), result.width(), window.width()),
                        top + scaled(place.y(), result.height(), window.height())),
                source);
    }

    @Override
    public Place forth(Place place) {
        return new Place(
                scaled(place.x() - left, window.width(), result.width()),
                scaled(place.y() - top, window.height(), result.height()));
    }

    private static double scaled(double place, int from, int to) {
        return (2 * place + 1) * to / (2.0 * from) - 0.5;
    }
}
