package io.augstream.operation;

import io.augstream.pixel.Edge;

/**
 * One coordinate of the places that a stretch of an output row looks at, in the picture reached so far. A line of pixels is cut
 * into cells (inside, each mirror image, beyond either end), in each of which what is seen moves evenly.
 */
final class Coordinate {
    /**
     * Where nothing blends, a place beyond the end of a cell is of another pixel. So near to the end, in pixels, rounding cannot tell, and
     * the place has a stretch of its own.
     */
    private static final double END = 1e-7;

    /** Of the first place, with pixel centres at whole numbers. */
    double at;

    /** From one place of the stretch to the next. */
    double step;

    /** How much of the first place's pixel is of the picture, in [0, 1]; the rest is fill. */
    double share;

    /** At a seam, between the last pixel and the first one behind it, how much is of the first, in [0, 1); the rest is of the last. */
    double seam;

    private double margin;

    /** How many places lie in the first one's cell, from it on. */
    int alike;

    /**
     * Moves from the plane to the place of the line that is seen there.
     *
     * @param length of the line, in pixels
     * @param blends whether neighbours blend, an end pixel with what is beside it too: then the line ends with that pixel's
     *     centre. Else it ends with the pixel, half a pixel away
     * @param most places of the stretch
     */
    void see(Edge edge, int length, boolean blends, int most) {
        margin = blends ? 0 : END;
        double low = blends ? 0 : -0.5;
        double high = blends ? length - 1 : Math.nextDown(length - 0.5);
        share = 1;
        seam = 0;
        if (at < low) {
            outside(edge, length, blends, until(Double.NEGATIVE_INFINITY, Math.nextDown(low), most));
        } else if (at > high) {
            outside(edge, length, blends, until(Math.nextUp(high), Double.POSITIVE_INFINITY, most));
        } else {
            alike = until(low, high, most);
        }
    }

    /** @param most on this side of the line */
    private void outside(Edge edge, int length, boolean blends, int most) {
        int last = length - 1;
        int end = at < 0 ? 0 : last;
        switch (edge) {
            case CONSTANT -> {
                if (blends) {
                    fade(end, most);
                } else {
                    share = 0;
                    stay(end, most);
                }
            }
            case REPLICATE -> stay(end, most);
            case REFLECT101 -> {
                if (last == 0) {
                    stay(0, most);
                } else {
                    mirror(last, 0, blends, most);
                }
            }
            case SYMMETRIC -> {
                mirror(length, 0.5, blends, most);
                if (blends) {
                    hold(last);
                }
            }
            case WRAP -> {
                repeat(length, blends ? 0 : 0.5, most);
                if (blends) {
                    blendEnds(last);
                }
            }
        }
    }

    /** Fill is blended with the end pixel within one pixel of it, and seen alone further on. */
    private void fade(int end, int most) {
        share = Math.max(0, 1 - Math.abs(at - end));
        double low = share > 0 ? end - 1 : at < end ? Double.NEGATIVE_INFINITY : end + 1;
        double high = share > 0 ? end + 1 : at < end ? end - 1 : Double.POSITIVE_INFINITY;
        stay(end, until(low, high, most));
    }

    /** Every second image of {@code length}, the first of which begins {@code before} the first pixel's centre, runs backwards. */
    private void mirror(int length, double before, boolean blends, int most) {
        double image = Math.floor((at + before) / length);
        double start = image * length - before;
        alike = until(start, start + length, most);
        if (image % 2 == 0) {
            at -= start + before;
        } else {
            // Where nothing blends, places between two pixels are of the same one as before, as in Border.
            at = Math.max(-before, start + length - at - before - (blends ? 0 : Border.TIE));
            step = -step;
        }
    }

    /** Each image of {@code length} begins {@code before} the first pixel's centre. */
    private void repeat(int length, double before, int most) {
        double start = Math.floor((at + before) / length) * length;
        alike = until(start - before, Math.nextDown(start - before + length), most);
        at -= start;
    }

    /** Between an end pixel and its own image, both are seen alike. */
    private void hold(int last) {
        if (at < 0) {
            stay(0, until(Double.NEGATIVE_INFINITY, 0, alike));
        } else if (at > last) {
            stay(last, until(last, Double.POSITIVE_INFINITY, alike));
        } else {
            alike = until(0, last, alike);
        }
    }

    private void blendEnds(int last) {
        if (at > last) {
            seam = at - last;
            stay(last, until(last, Double.POSITIVE_INFINITY, alike));
        } else {
            alike = until(0, last, alike);
        }
    }

    private void stay(int place, int count) {
        alike = count;
        at = place;
        step = 0;
    }

    /** How many places, the first among them, lie in [low, high]; one at least, so that rounding cannot stop the row. */
    private int until(double low, double high, int most) {
        if (step == 0) {
            return most;
        }
        double steps = ((step > 0 ? high - margin : low + margin) - at) / step;
        return (int) Math.max(1, Math.min(most, Math.floor(steps) + 1));
    }
}
