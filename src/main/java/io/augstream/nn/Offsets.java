package io.augstream.nn;

import java.util.Arrays;

/**
 * How far the rows of a matrix lie from its first, or its columns: a table, so that any layout can be told. The first
 * offset is 0.
 */
public final class Offsets {
    private final int[] table;
    private final int count;
    private final int lowest;
    private final int highest;
    private final boolean run;

    private Offsets(int[] table, int count, boolean run) {
        this.table = table;
        this.count = count;
        this.run = run;
        int low = 0;
        int high = 0;
        for (int i = 0; i < count; i++) {
            low = Math.min(low, table[i]);
            high = Math.max(high, table[i]);
        }
        lowest = low;
        highest = high;
    }

    /** 0, {@code step}, 2 · {@code step}, … */
    public static Offsets steps(int count, int step) {
        int[] table = new int[count];
        Arrays.setAll(table, i -> i * step);
        return new Offsets(table, count, step == 1);
    }

    /**
     * Those of a grid's points, its last axis running fastest: i · {@code iStep} + j · {@code jStep} + k · {@code kStep}
     * for i below {@code iCount} and so on. Steps may be negative.
     */
    static Offsets grid(int iCount, int iStep, int jCount, int jStep, int kCount, int kStep) {
        int[] table = new int[Math.multiplyExact(iCount, jCount * kCount)];
        for (int i = 0, at = 0; i < iCount; i++) {
            for (int j = 0; j < jCount; j++) {
                for (int k = 0; k < kCount; k++, at++) {
                    table[at] = i * iStep + j * jStep + k * kStep;
                }
            }
        }
        return new Offsets(table, table.length, false);
    }

    /** {@code count} of them from number {@code from} on, as they lie from that one. */
    Offsets range(int from, int count) {
        if (from == 0) {
            return count == this.count ? this : new Offsets(table, count, run);
        }
        int[] part = Arrays.copyOfRange(table, from, from + count);
        for (int i = 0; i < count; i++) {
            part[i] -= table[from];
        }
        return new Offsets(part, count, run);
    }

    int count() {
        return count;
    }

    /** At least {@link #count} values, not to be written. */
    int[] table() {
        return table;
    }

    int at(int index) {
        return table[index];
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return highest;
    }

    /** Whether they were made as 0, 1, 2, …: neighbours in the array, which vectors can load. */
    boolean areRun() {
        return run;
    }
}
