package io.augstream.operation;

import io.augstream.image.ImageSize;

/**
 * An upright rectangle, concentric with a turned picture, that lies wholly inside it.
 *
 * @param width in source pixels, not whole in general
 * @param height likewise
 */
public record InscribedRectangle(double width, double height) {
    private static final double DIAGONAL = 1e-10;

    /** The one of largest area inside a picture of {@code size} turned by {@code degrees}. */
    public static InscribedRectangle largest(ImageSize size, double degrees) {
        Turn turn = Turn.of(degrees);
        double s = turn.absSin();
        double c = turn.absCos();
        int w = size.width();
        int h = size.height();
        int longer = Math.max(w, h);
        int shorter = Math.min(w, h);
        if (shorter <= 2 * s * c * longer || Math.abs(s - c) < DIAGONAL) {
            // Two opposite corners touch the two long sides, at the middle between them.
            double across = shorter / (2 * s);
            double along = shorter / (2 * c);
            return w >= h ? new InscribedRectangle(across, along) : new InscribedRectangle(along, across);
        }
        // All four corners touch, one on each side.
        double cosOfDouble = c * c - s * s;
        return new InscribedRectangle((w * c - h * s) / cosOfDouble, (h * c - w * s) / cosOfDouble);
    }

    /** The largest with the picture's own aspect ratio. */
    public static InscribedRectangle keepingAspect(ImageSize size, double degrees) {
        Turn turn = Turn.of(degrees);
        double w = size.width();
        double h = size.height();
        double scale =
                Math.min(w / (w * turn.absCos() + h * turn.absSin()), h / (w * turn.absSin() + h * turn.absCos()));
        return new InscribedRectangle(scale * w, scale * h);
    }
}
