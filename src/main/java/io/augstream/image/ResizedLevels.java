package io.augstream.image;

import java.util.Arrays;
import java.util.function.IntFunction;

/** The rows of a resized picture, from the top one down. For one thread. */
public final class ResizedLevels {
    private final SeparableResize resize;
    private final SeparableResize.Levels source;
    /** The source's rows asked for last: row n in place n modulo their number. */
    private final double[][] kept;
    /** Which rows those are. */
    private final int[] numbers;

    private final double[] sums;
    private int next;

    ResizedLevels(SeparableResize resize, SeparableResize.Levels source, IntFunction<double[]> memory) {
        this.resize = resize;
        this.source = source;
        int length = resize.from.width() * resize.channels;
        kept = new double[resize.keptRows()][];
        Arrays.setAll(kept, place -> memory.apply(length));
        numbers = new int[kept.length];
        Arrays.fill(numbers, -1);
        sums = memory.apply(length);
    }

    /**
     * Writes the next row.
     *
     * @param row as long as the result's width · channels, or longer
     */
    public void next(double[] row) {
        AxisWeights down = resize.down;
        Arrays.fill(sums, 0, resize.from.width() * resize.channels, 0);
        for (int tap = 0; tap < down.count[next]; tap++) {
            add(down.weights[next * down.taps + tap], seen(down.first[next] + tap));
        }
        next++;
        alongTheRow(row);
    }

    private double[] seen(int y) {
        int place = y % kept.length;
        if (numbers[place] != y) {
            source.row(y, kept[place]);
            numbers[place] = y;
        }
        return kept[place];
    }

    private void add(double weight, double[] row) {
        int length = resize.from.width() * resize.channels;
        for (int i = 0; i < length; i++) {
            sums[i] += weight * row[i];
        }
    }

    private void alongTheRow(double[] row) {
        AxisWeights across = resize.across;
        int channels = resize.channels;
        for (int x = 0; x < resize.to.width(); x++) {
            int weight = x * across.taps;
            int end = weight + across.count[x];
            for (int channel = 0; channel < channels; channel++) {
                int level = across.first[x] * channels + channel;
                double sum = 0;
                for (int i = weight; i < end; i++, level += channels) {
                    sum += across.weights[i] * sums[level];
                }
                row[x * channels + channel] = sum;
            }
        }
    }
}
