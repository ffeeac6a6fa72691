package io.augstream.nn;

import java.util.Arrays;

/** A sum over a batch that is taken group by group, each group's into an array of its own, and then over the groups. */
final class PartialSums {
    /** Values that are summed over the groups at a time. */
    private static final int BLOCK = 1 << 13;

    private Buffer[] buffers = {};
    private float[][] groups = {};

    /** An array for each group, of whatever content; the first is {@code total} itself. */
    float[][] begin(int count, float[] total) {
        if (groups.length < count) {
            buffers = new Buffer[count];
            Arrays.setAll(buffers, i -> new Buffer());
            groups = new float[count][];
        }
        groups[0] = total;
        for (int i = 1; i < count; i++) {
            groups[i] = buffers[i].atLeast(total.length);
        }
        return groups;
    }

    /** Adds the other groups' arrays to the first one's, in their order. */
    void end(int count, float[] total, Crew crew) {
        crew.each((total.length + BLOCK - 1) / BLOCK, (block, workspace) -> {
            int from = block * BLOCK;
            int end = Math.min(from + BLOCK, total.length);
            for (int group = 1; group < count; group++) {
                Rows.add(groups[group], from, total, from, end - from);
            }
        });
    }
}
