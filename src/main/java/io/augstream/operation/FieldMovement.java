package io.augstream.operation;

import io.augstream.image.ImageSize;
import java.util.Optional;

/** The {@link Movement} of a {@link DisplacementField}, kept whole, so that any place can be asked for. */
final class FieldMovement implements Movement {
    /** Where neighbours move nearly alike, a few steps do; a field that folds has no way back, and they end somewhere near. */
    private static final int MOST_STEPS = 50;

    private static final double EXACT = 1e-9;

    private final ImageSize size;
    private final Border border;
    private final double[][] xs;
    private final double[][] ys;

    FieldMovement(PixelMap map, ImageSize size, Border border) {
        this.size = size;
        this.border = border;
        xs = new double[size.height()][size.width()];
        ys = new double[size.height()][size.width()];
        for (int y = 0; y < size.height(); y++) {
            map.row(y, xs[y], ys[y]);
        }
    }

    @Override
    public ImageSize source() {
        return size;
    }

    @Override
    public ImageSize result() {
        return size;
    }

    @Override
    public Optional<Place> back(Place place) {
        return border.seen(shownAt(place), size);
    }

    /** The p that solves p + displacement(p) = source: by fixed-point steps. */
    @Override
    public Place forth(Place source) {
        Place guess = source;
        for (int step = 0; step < MOST_STEPS; step++) {
            Place shown = shownAt(guess);
            double dx = source.x() - shown.x();
            double dy = source.y() - shown.y();
            if (Math.abs(dx) + Math.abs(dy) < EXACT) {
                return guess;
            }
            guess = new Place(guess.x() + dx, guess.y() + dy);
        }
        return guess;
    }

    /** Linear between the pixels; beyond the edge the displacement is that of the edge. */
    private Place shownAt(Place place) {
        double x = Math.max(0, Math.min(size.width() - 1, place.x()));
        double y = Math.max(0, Math.min(size.height() - 1, place.y()));
        int left = Math.min((int) x, Math.max(0, size.width() - 2));
        int top = Math.min((int) y, Math.max(0, size.height() - 2));
        return new Place(
                place.x() - x + between(xs, left, top, x - left, y - top),
                place.y() - y + between(ys, left, top, x - left, y - top));
    }

    private static double between(double[][] values, int left, int top, double right, double down) {
        double[] upper = values[top];
        double[] lower = values[Math.min(top + 1, values.length - 1)];
        int next = Math.min(left + 1, upper.length - 1);
        return (1 - down) * ((1 - right) * upper[left] + right * upper[next])
                + down * ((1 - right) * lower[left] + right * lower[next]);
    }
}
