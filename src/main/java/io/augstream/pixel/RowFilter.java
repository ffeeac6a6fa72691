package io.augstream.pixel;

import java.util.Arrays;

/**
 * Correlates a picture with one symmetric kernel along columns, then along rows, channel by channel, and rounds once. Rows go in
 * one by one from {@code radius} above the picture to {@code radius} below, each while it is still in the cache; from the
 * (2 · radius + 1)-th on, each lets one filtered row out. Float arithmetic: a level differs from the exact one, rounded, in
 * about one sample of 100,000, where the exact level is nearly half-way.
 *
 * <p>Holds the last 2 · radius + 1 rows as floats. For one thread at a time.
 */
final class RowFilter {
    private final FilterLoops loops;
    private final int radius;
    private final float[] weights;
    private final int channels;
    private final int samples;
    private final int[] outside;
    /** The rows under the kernel, as floats: row n of those pushed at slot n mod (2 · radius + 1). */
    private final float[] ring;

    private final int[] rowStarts;
    /** One row, filtered along columns, with its border: {@code radius} pixels on each side. */
    private final float[] bordered;

    private final int[] pixelStarts;
    private final float[] sums;
    private int pushed;

    /**
     * @param kernel odd in length, symmetric, not negative, its weights adding up to 1
     * @param width in pixels
     * @param outside of each pixel that is left and right of the picture (the nearest first on the left, then likewise on the
     *     right: 2 · radius numbers) the column whose pixel is seen there; −1 for black
     */
    RowFilter(double[] kernel, int width, int channels, int[] outside, Scratch scratch) {
        this(LoopChoice.FILTER, kernel, width, channels, outside, scratch);
    }

    RowFilter(FilterLoops loops, double[] kernel, int width, int channels, int[] outside, Scratch scratch) {
        this.loops = loops;
        this.radius = kernel.length / 2;
        this.channels = channels;
        this.samples = width * channels;
        this.outside = outside;
        int even = Math.max(2, radius + radius % 2);
        this.weights = new float[even + 1];
        for (int t = 0; t <= radius; t++) {
            weights[t] = (float) kernel[radius + t];
        }
        this.ring = scratch.floats(Math.multiplyExact(kernel.length, samples));
        this.rowStarts = new int[2 * even + 1];
        this.bordered = scratch.floats(samples + 2 * radius * channels);
        this.pixelStarts = new int[2 * even + 1];
        Arrays.setAll(pixelStarts, tap -> (radius + clipped(tap - even)) * channels);
        this.sums = scratch.floats(samples);
    }

    /** Taps beyond the radius have weight 0 and look at the centre, which is always there. */
    private int clipped(int tap) {
        return Math.abs(tap) <= radius ? tap : 0;
    }

    /** Takes the next row, whose samples begin at {@code at}. */
    void push(byte[] picture, int at) {
        loops.widen(picture, at, samples, ring, slot(pushed++));
    }

    /** Takes a black row. */
    void pushBlack() {
        int start = slot(pushed++);
        Arrays.fill(ring, start, start + samples, 0);
    }

    private int slot(int row) {
        return row % (2 * radius + 1) * samples;
    }

    /** Writes the filtered row of which the last {@code push} was {@code radius} rows below. */
    void pull(byte[] picture, int at) {
        int even = weights.length - 1;
        int centre = pushed - 1 - radius;
        for (int tap = -even; tap <= even; tap++) {
            rowStarts[even + tap] = slot(centre + clipped(tap));
        }
        int inner = radius * channels;
        weigh(ring, rowStarts, bordered, inner);
        surround();
        weigh(bordered, pixelStarts, sums, 0);
        loops.round(sums, 0, samples, picture, at);
    }

    private void weigh(float[] levels, int[] starts, float[] to, int at) {
        loops.begin(levels, starts, weights, samples, to, at);
        for (int pair = 3; pair < weights.length; pair += 2) {
            loops.extend(levels, starts, weights, pair, samples, to, at);
        }
    }

    private void surround() {
        int width = samples / channels;
        for (int step = 0; step < radius; step++) {
            copyPixel(outside[step], radius - 1 - step);
            copyPixel(outside[radius + step], radius + width + step);
        }
    }

    private void copyPixel(int column, int to) {
        for (int channel = 0; channel < channels; channel++) {
            bordered[to * channels + channel] = column < 0 ? 0 : bordered[(radius + column) * channels + channel];
        }
    }
}
