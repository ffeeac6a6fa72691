package io.augstream.targets;

import io.augstream.image.ImageSize;
import io.augstream.operation.Movement;
import io.augstream.operation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Corners in their order; none where nothing is left. */
record Polygon(List<Place> corners) {
    Polygon {
        corners = List.copyOf(corners);
    }

    static Polygon of(Box box) {
        // A pixel's edge lies half a pixel before its centre.
        double left = box.left() - 0.5;
        double top = box.top() - 0.5;
        double right = box.right() - 0.5;
        double bottom = box.bottom() - 0.5;
        return new Polygon(List.of(
                new Place(left, top), new Place(right, top), new Place(right, bottom), new Place(left, bottom)));
    }

    Polygon moved(Movement movement) {
        return new Polygon(corners.stream().map(movement::forth).toList());
    }

    /** What of it lies in the frame of a picture: cut by one side after another (Sutherland and Hodgman, 1974). */
    Polygon within(ImageSize frame) {
        return above(Place::x, -0.5)
                .above(place -> -place.x(), 0.5 - frame.width())
                .above(Place::y, -0.5)
                .above(place -> -place.y(), 0.5 - frame.height());
    }

    private Polygon above(ToDoubleFunction<Place> coordinate, double limit) {
        List<Place> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Place from = corners.get(i);
            Place to = corners.get((i + 1) % corners.size());
            double start = coordinate.applyAsDouble(from) - limit;
            double end = coordinate.applyAsDouble(to) - limit;
            if (start >= 0) {
                kept.add(from);
            }
            if (start < 0 != end < 0) {
                double share = start / (start - end);
                kept.add(new Place(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
            }
        }
        return new Polygon(kept);
    }

    /** In square pixels; the shoelace formula. */
    double area() {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Place a = corners.get(i);
            Place b = corners.get((i + 1) % corners.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }

    /** The box around it; none where it has no area. */
    Optional<Box> box(String label) {
        double left = least(Place::x);
        double top = least(Place::y);
        double right = -least(place -> -place.x());
        double bottom = -least(place -> -place.y());
        return left < right && top < bottom
                ? Optional.of(new Box(left + 0.5, top + 0.5, right + 0.5, bottom + 0.5, label))
                : Optional.empty();
    }

    private double least(ToDoubleFunction<Place> coordinate) {
        return corners.stream().mapToDouble(coordinate).min().orElse(Double.NaN);
    }
}
