package io.augstream.nn;

import java.util.Arrays;

/**
 * How a batch is cut into the parts over which numbers a channel are summed: in float within a part, which is fast, and
 * in double over the parts in their order, which keeps the error from growing with the batch. A part is one sample of a
 * map, or one of the groups that a crew makes of a batch of vectors.
 */
final class ChannelParts {
    private final int channels;
    private final int pixels;
    private float[][] values = {};

    ChannelParts(Shape shape) {
        channels = shape.channels();
        pixels = shape.height() * shape.width();
    }

    /** Makes an array for each part of a batch, of whatever content. */
    void prepare(int batch) {
        int count = count(batch);
        if (values.length < count) {
            int had = values.length;
            values = Arrays.copyOf(values, count);
            for (int i = had; i < count; i++) {
                values[i] = new float[channels];
            }
        }
    }

    int count(int batch) {
        return pixels > 1 ? batch : Crew.groups(batch);
    }

    float[] of(int part) {
        return values[part];
    }

    /** What is done with one part: rows are pixels of a map, or vectors. */
    interface Task {
        void run(int part, int firstRow, int rows);
    }

    /** Visits the parts that lie in one of the groups of a batch, samples {@code first} to {@code end} − 1. */
    void inGroup(int group, int first, int end, Task task) {
        if (pixels == 1) {
            task.run(group, first, end - first);
            return;
        }
        for (int sample = first; sample < end; sample++) {
            task.run(sample, sample * pixels, pixels);
        }
    }

    /** Σ over the parts, into {@code totals}. */
    void sum(int batch, double[] totals) {
        Arrays.fill(totals, 0);
        for (int part = 0; part < count(batch); part++) {
            float[] sums = values[part];
            for (int c = 0; c < channels; c++) {
                totals[c] += sums[c];
            }
        }
    }
}
