package io.augstream.pixel;

import java.util.Arrays;

/**
 * Correlates a picture with one symmetric kernel along columns, then along rows, channel by channel, and rounds once. Rows go in
 * one by one, each while it is still in the cache; a filtered row may come out when the last that the kernel sees there is in. Float arithmetic: a level differs from the exact one, rounded, in
 * about one sample of 100,000, where the exact level is nearly half-way.
 *
 * <p>Holds the last 2 · radius + 1 rows as floats, and no more than the picture has: beyond an edge rows are seen again that the
 * kernel sees within. For one thread at a time.
 */
final class RowFilter {
    private final FilterLoops loops;
    private final int radius;
    private final float[] weights;
    private final int channels;
    private final int samples;
    private final int height;
    private final Edge edge;
    private final int[] outside;
    private final int kept;

    /** The rows under the kernel, as floats: row n at slot n mod {@link #kept}. Behind them a black one. */
    private final float[] ring;

    private final int[] rowStarts;
    /** One row, filtered along columns, with its border: {@code radius} pixels on each side. */
    private final float[] bordered;

    private final int[] pixelStarts;
    private final float[] sums;
    private int pushed;
    private int pulled;

    /**
     * @param kernel odd in length, symmetric, not negative, its weights adding up to 1
     * @param edge what is seen beyond the picture; not {@link Edge#WRAP}
     */
    RowFilter(double[] kernel, int width, int height, int channels, Edge edge, Scratch scratch) {
        this(LoopChoice.FILTER, kernel, width, height, channels, edge, scratch);
    }

    RowFilter(FilterLoops loops, double[] kernel, int width, int height, int channels, Edge edge, Scratch scratch) {
        this.loops = loops;
        this.height = height;
        this.edge = edge;
        this.radius = kernel.length / 2;
        this.channels = channels;
        this.samples = width * channels;
        this.outside = outside(width, radius, edge);
        int even = Math.max(2, radius + radius % 2);
        this.weights = new float[even + 1];
        for (int t = 0; t <= radius; t++) {
            weights[t] = (float) kernel[radius + t];
        }
        this.kept = Math.min(kernel.length, height);
        this.ring = scratch.floats(Math.multiplyExact(kept + 1, samples));
        Arrays.fill(ring, kept * samples, (kept + 1) * samples, 0);
        this.rowStarts = new int[2 * even + 1];
        this.bordered = scratch.floats(samples + 2 * radius * channels);
        this.pixelStarts = new int[2 * even + 1];
        Arrays.setAll(pixelStarts, tap -> (radius + clipped(tap - even)) * channels);
        this.sums = scratch.floats(samples);
    }

    /** The columns seen left of a picture, the nearest first, then those right of it. */
    private static int[] outside(int width, int radius, Edge edge) {
        int[] columns = new int[2 * radius];
        for (int step = 0; step < radius; step++) {
            columns[step] = edge.index(-1 - step, width);
            columns[radius + step] = edge.index(width + step, width);
        }
        return columns;
    }

    /** Taps beyond the radius have weight 0 and look at the centre, which is always there. */
    private int clipped(int tap) {
        return Math.abs(tap) <= radius ? tap : 0;
    }

    /** How many rows must be in before the next filtered one may come out. */
    int wanted() {
        return Math.min(height, pulled + radius + 1);
    }

    /** How many rows are in. */
    int pushed() {
        return pushed;
    }

    /** Takes the next row, whose samples begin at {@code at}. */
    void push(byte[] picture, int at) {
        loops.widen(picture, at, samples, ring, slot(pushed++));
    }

    private int slot(int row) {
        return row % kept * samples;
    }

    /** Writes the next filtered row; as many rows as are {@link #wanted} are in, and no more. */
    void pull(byte[] picture, int at) {
        int even = weights.length - 1;
        for (int tap = -even; tap <= even; tap++) {
            int seen = edge.index(pulled + clipped(tap), height);
            rowStarts[even + tap] = seen == Edge.FILL ? kept * samples : slot(seen);
        }
        pulled++;
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
