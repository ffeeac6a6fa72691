package io.augstream.operation;

/**
 * A corner of a picture in shares of its sides: (0, 0) is the frame's upper left one and (1, 1) its lower right one.
 *
 * @param x in [-10, 10]
 * @param y likewise, downwards
 */
public record Corner(double x, double y) {
    public Corner {
        Limits.check("x", x, -10, 10, " widths");
        Limits.check("y", y, -10, 10, " heights");
    }

    /** Above 0 where the way from here over {@code next} to {@code last} turns right, as displayed. */
    double turn(Corner next, Corner last) {
        return (next.x - x) * (last.y - next.y) - (next.y - y) * (last.x - next.x);
    }
}
