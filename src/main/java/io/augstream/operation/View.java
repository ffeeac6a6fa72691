package io.augstream.operation;

import io.augstream.image.ImageSize;

/** Through which map a picture is looked at, and what is seen beside it. */
final class View {
    /** Rounding of positions that are the frame's rim by their formula. */
    private static final double ROUNDING = 1e-9;

    final AffineMap map;
    final ImageSize source;
    final ImageSize result;
    final Border border;
    /** The level of {@link Border#CONSTANT} for each channel. */
    final int[] fill;

    View(AffineMap map, ImageSize source, ImageSize result, Border border, int[] fill) {
        this.map = map;
        this.source = source;
        this.result = result;
        this.border = border;
        this.fill = fill;
    }

    /** Whether no pixel of the result is made of what is beside the picture. */
    boolean staysInside() {
        int right = result.width() - 1;
        int bottom = result.height() - 1;
        return isInside(0, 0) && isInside(right, 0) && isInside(0, bottom) && isInside(right, bottom);
    }

    private boolean isInside(int x, int y) {
        return isInside(map.column(x, y), source.width()) && isInside(map.row(x, y), source.height());
    }

    private static boolean isInside(double place, int length) {
        return place >= -ROUNDING && place <= length - 1 + ROUNDING;
    }

    /** Whether the result is the source with its pixels in another order, row for row or column for column. */
    boolean reorders() {
        return source.equals(result)
                && map.yx() == 0
                && map.xy() == 0
                && isUnit(map.xx())
                && isUnit(map.yy())
                && staysInside();
    }

    private static boolean isUnit(double step) {
        return Math.abs(step) == 1;
    }

    /** Whether each pixel of the result is one of the source, or one beside it. */
    boolean hitsPixels() {
        return isWhole(map.xx())
                && isWhole(map.xy())
                && isWhole(map.yx())
                && isWhole(map.yy())
                && isWhole(left())
                && isWhole(top());
    }

    /** Whether each row of the result is a part of one of the source, with what is beside it. */
    boolean isWindow() {
        return map.xx() == 1 && isUnit(map.yy()) && map.xy() == 0 && map.yx() == 0 && isWhole(left()) && isWhole(top());
    }

    private static boolean isWhole(double place) {
        return place == Math.rint(place);
    }

    /** The source column of the result's first pixel; {@link #top} its row. */
    double left() {
        return map.column(0, 0);
    }

    double top() {
        return map.row(0, 0);
    }

    /** This view of what {@code next} is a view of, where both are one. */
    View through(View next) {
        return new View(map.after(next.map), source, next.result, border, fill);
    }

    /** The same with another picture's frame and edge in the place of its own. */
    View framedAs(View other) {
        return new View(map, source, result, other.border, other.fill);
    }
}
