package io.augstream.operation;

import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * A map of the plane that keeps lines straight and makes parallel ones meet: with (u, v) a place told from the frame's upper left corner,
 * ((xx·u + xy·v + x) / n, (yx·u + yy·v + y) / n) and n = nx·u + ny·v + one.
 */
record Homography(double xx, double xy, double x, double yx, double yy, double y, double nx, double ny, double one)
        implements PixelMap {
    /** Pixels off the frame's corner, beyond which places have no {@code int}. */
    private static final double FARTHEST = 1e9;

    private static final double NEXT_TO_HORIZON = 1e-12;

    /**
     * The one that takes a frame's corners to others, in closed form: Heckbert, "Fundamentals of Texture Mapping and Image
     * Warping" (1989), section 2.2.3.
     *
     * @param to in shares of the frame's sides, in the order upper left, upper right, lower right, lower left
     */
    static Homography ofCorners(ImageSize frame, Corner... to) {
        double sumX = to[0].x() - to[1].x() + to[2].x() - to[3].x();
        double sumY = to[0].y() - to[1].y() + to[2].y() - to[3].y();
        double upX = to[1].x() - to[2].x();
        double upY = to[1].y() - to[2].y();
        double leftX = to[3].x() - to[2].x();
        double leftY = to[3].y() - to[2].y();
        double whole = upX * leftY - leftX * upY;
        double g = (sumX * leftY - leftX * sumY) / whole;
        double h = (upX * sumY - sumX * upY) / whole;
        double width = frame.width();
        double height = frame.height();
        return new Homography(
                to[1].x() - to[0].x() + g * to[1].x(),
                (to[3].x() - to[0].x() + h * to[3].x()) * (width / height),
                to[0].x() * width,
                (to[1].y() - to[0].y() + g * to[1].y()) * (height / width),
                to[3].y() - to[0].y() + h * to[3].y(),
                to[0].y() * height,
                g / width,
                h / height,
                1);
    }

    /** The way back. */
    Homography inverse() {
        double a = yy * one - y * ny;
        double b = y * nx - yx * one;
        double c = yx * ny - yy * nx;
        double determinant = xx * a + xy * b + x * c;
        return new Homography(
                a / determinant,
                (x * ny - xy * one) / determinant,
                (xy * y - x * yy) / determinant,
                b / determinant,
                (xx * one - x * nx) / determinant,
                (x * yx - xx * y) / determinant,
                c / determinant,
                (xy * nx - xx * ny) / determinant,
                (xx * yy - xy * yx) / determinant);
    }

    /** Nothing on the horizon and behind it. */
    Optional<Place> of(Place place) {
        double n = nearness(place.x() + 0.5, place.y() + 0.5);
        return n > 0 ? Optional.of(at(place, n)) : Optional.empty();
    }

    /** As far away as can be where that is on the horizon or behind it. */
    Place ahead(Place place) {
        return at(place, Math.max(NEXT_TO_HORIZON, nearness(place.x() + 0.5, place.y() + 0.5)));
    }

    private Place at(Place place, double n) {
        double u = place.x() + 0.5;
        double v = place.y() + 0.5;
        return new Place(near((xx * u + xy * v + x) / n), near((yx * u + yy * v + y) / n));
    }

    /** 0 on the horizon, and below it behind. */
    private double nearness(double u, double v) {
        return nx * u + ny * v + one;
    }

    @Override
    public void row(int row, double[] xs, double[] ys) {
        double v = row + 0.5;
        for (int column = 0; column < xs.length; column++) {
            double u = column + 0.5;
            double n = nearness(u, v);
            xs[column] = n > 0 ? near((xx * u + xy * v + x) / n) : Double.NaN;
            ys[column] = n > 0 ? near((yx * u + yy * v + y) / n) : Double.NaN;
        }
    }

    /** From the frame's corner to the first pixel's centre. */
    private static double near(double place) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, place)) - 0.5;
    }
}
