package io.augstream.operation;

import io.augstream.pixel.Edge;

/**
 * One coordinate of the places that a stretch of an output row looks at, in the picture reached so far. A line of pixels is cut
 * into cells (inside, each mirror image, beyond either end), in each of which what is seen moves evenly.
 */
final class Coordinate {
    /** Of the first place, with pixel centres at whole numbers. */
    double at;

    /** From one place of the stretch to the next. */
    double step;

    /** How much of the first place's pixel is of the picture, in [0, 1]; the rest is fill. */
    double share;

    /** At a seam, between the last pixel and the first one behind it, how much is of the first, in [0, 1); the rest is of the last. */
    double seam;

    /** How many places lie in the first one's cell, from it on. */
    int alike;

    /**
     * Moves from the plane to the place of the line that is seen there.
     *
     * @param length of the line, in pixels
     * @param blends whether an end pixel fades into the fill beside it, or ends half a pixel away
     * @param most places of the stretch
     */
    void see(Edge edge, int length, boolean blends, int most) {
        int last = length - 1;
        share = 1;
        seam = 0;
        if (at >= 0 && at <= last) {
            alike = until(0, last, most);
        } else {
            outside(edge, length, blends, most);
        }
    }

    private void outside(Edge edge, int length, boolean blends, int most) {
        int last = length - 1;
        switch (edge) {
            case CONSTANT -> {
                if (blends) {
                    fade(last, most);
                } else {
                    end(last, most);
                }
            }
            case REPLICATE -> clamp(last, most);
            case REFLECT101 -> {
                if (last == 0) {
                    stay(0, most);
                } else {
                    mirror(last, 0, most);
                }
            }
            case SYMMETRIC -> {
                // Between an end pixel and its own image, both are seen alike.
                mirror(length, 0.5, most);
                hold(last);
            }
            case WRAP -> {
                if (blends) {
                    blendEnds(length, most);
                } else {
                    repeat(length, 0.5, most);
                    hold(last);
                }
            }
        }
    }

    /** Fill is blended with the end pixel within one pixel of it, and seen alone further on. */
    private void fade(int last, int most) {
        boolean before = at < 0;
        int end = before ? 0 : last;
        double beyond = before ? -at : at - last;
        share = Math.max(0, 1 - beyond);
        double near = share > 0 ? 0 : 1;
        double far = share > 0 ? 1 : Double.POSITIVE_INFINITY;
        int count = before ? until(end - far, end - near, most) : until(end + near, end + far, most);
        stay(end, count);
    }

    /** Places from half a pixel before the first centre to less than half a pixel behind the last one are of the end pixels. */
    private void end(int last, int most) {
        boolean before = at < 0;
        boolean seen = before ? at >= -0.5 : at < last + 0.5;
        share = seen ? 1 : 0;
        int count;
        if (before) {
            count = seen ? until(-0.5, 0, most) : until(Double.NEGATIVE_INFINITY, Math.nextDown(-0.5), most);
        } else {
            count = seen
                    ? until(last, Math.nextDown(last + 0.5), most)
                    : until(last + 0.5, Double.POSITIVE_INFINITY, most);
        }
        stay(before ? 0 : last, count);
    }

    private void clamp(int last, int most) {
        boolean before = at < 0;
        stay(
                before ? 0 : last,
                before ? until(Double.NEGATIVE_INFINITY, 0, most) : until(last, Double.POSITIVE_INFINITY, most));
    }

    /** Takes what is up to half a pixel beside an end for the end. */
    private void hold(int last) {
        if (at < 0 || at > last) {
            clamp(last, alike);
        } else {
            alike = until(0, last, alike);
        }
    }

    /** Each image of {@code length} begins {@code before} the first pixel's centre. */
    private void repeat(int length, double before, int most) {
        double start = Math.floor((at + before) / length) * length;
        alike = until(start - before, Math.nextDown(start - before + length), most);
        at -= start;
    }

    private void blendEnds(int length, int most) {
        repeat(length, 0, most);
        int last = length - 1;
        if (at <= last) {
            alike = until(0, last, alike);
            return;
        }
        seam = at - last;
        stay(last, until(last, Math.nextDown(length), alike));
    }

    private void stay(int place, int count) {
        alike = count;
        at = place;
        step = 0;
    }

    /** Every second image of {@code length}, the first of which begins {@code before} the first pixel's centre, runs backwards. */
    private void mirror(int length, double before, int most) {
        double image = Math.floor((at + before) / length);
        double start = image * length - before;
        alike = until(start, start + length, most);
        if (image % 2 == 0) {
            at -= start + before;
        } else {
            at = start + length - at - before;
            step = -step;
        }
    }

    /** How many places, the first among them, lie in [low, high]; one at least, so that rounding cannot stop the row. */
    private int until(double low, double high, int most) {
        if (step == 0) {
            return most;
        }
        double steps = ((step > 0 ? high : low) - at) / step;
        return (int) Math.max(1, Math.min(most, Math.floor(steps) + 1));
    }
}
