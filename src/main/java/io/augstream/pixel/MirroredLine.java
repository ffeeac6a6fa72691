package io.augstream.pixel;

/**
 * A line of pixels that its edges mirror without end. In each mirror image positions only run the other way, so that pixels
 * there can be drawn as those inside are.
 *
 * @param period after how much the line repeats, in fine positions
 * @param flip sum of a position in a mirror image and of what is seen there
 */
record MirroredLine(long period, long flip) {
    /** Which edges mirror; a line of one pixel has no inside. */
    static boolean isMade(Edge edge, int length) {
        return (edge == Edge.REFLECT101 || edge == Edge.SYMMETRIC) && length > 1;
    }

    static MirroredLine of(Edge edge, int length) {
        int gap = edge == Edge.SYMMETRIC ? 1 : 0;
        long cell = (long) (length - 1 + gap) << Fixed.FINE_BITS;
        // Positions hold half a part for rounding, which a flip would take away and must not.
        return new MirroredLine(2 * cell, 2 * cell - ((long) gap << Fixed.FINE_BITS) + (1L << Fixed.SHIFT));
    }

    /** What is seen at {@code position}; beyond the inside where that is between a pixel and its own image. */
    long seen(long position) {
        long phase = Math.floorMod(position, period);
        return phase < period / 2 ? phase : flip - phase;
    }

    long step(long position, long step) {
        return Math.floorMod(position, period) < period / 2 ? step : -step;
    }
}
