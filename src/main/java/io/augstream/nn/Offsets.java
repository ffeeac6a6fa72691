package io.augstream.nn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How far the rows of a matrix lie from its first, or its columns: a table, so that any layout can be told. The first
 * offset is 0.
 */
public final class Offsets {
    private static final int NO_STEP = Integer.MIN_VALUE;

    /** Ranges whose start is a multiple of this are kept. */
    private static final int KEPT = 64;

    private final int[] table;
    private final int count;
    private final int lowest;
    private final int highest;

    /** From each offset to the next, or {@link #NO_STEP} where that differs. */
    private final int step;

    /** From number 0, {@code run}, 2 · {@code run} and so on, as many offsets rise by 1 from one to the next. */
    private final int run;

    /**
     * Ranges that were asked for before, by where they begin, for work that is cut in the same way each step. Threads may
     * write it as they like: a range is the same whoever made it.
     */
    private Offsets @Nullable [] ranges;

    private Offsets(int[] table, int count, int step, int run) {
        this.table = table;
        this.count = count;
        this.step = step;
        this.run = run;
        int low = 0;
        int high = 0;
        if (step != NO_STEP) {
            low = Math.min(0, (count - 1) * step);
            high = Math.max(0, (count - 1) * step);
        }
        for (int i = 0; i < count && step == NO_STEP; i++) {
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
        return steps(table, count, step);
    }

    private static Offsets steps(int[] table, int count, int step) {
        return new Offsets(table, count, step, step == 1 ? count : 1);
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
        return new Offsets(table, table.length, NO_STEP, run(jCount, jStep, kCount, kStep));
    }

    private static int run(int jCount, int jStep, int kCount, int kStep) {
        if (kStep != 1) {
            return 1;
        }
        return jStep == kCount ? jCount * kCount : kCount;
    }

    /** {@code count} of them from number {@code from} on, as they lie from that one. */
    Offsets range(int from, int count) {
        if (from == 0 && count == this.count) {
            return this;
        }
        if (step != NO_STEP) {
            return steps(table, count, step);
        }
        if (from % KEPT != 0) {
            return part(from, count);
        }
        Offsets[] kept = ranges;
        if (kept == null) {
            kept = new Offsets[this.count / KEPT + 1];
            ranges = kept;
        }
        Offsets range = kept[from / KEPT];
        if (range == null || range.count != count) {
            range = part(from, count);
            kept[from / KEPT] = range;
        }
        return range;
    }

    private Offsets part(int from, int count) {
        if (from == 0) {
            return new Offsets(table, count, step, run);
        }
        int[] part = Arrays.copyOfRange(table, from, from + count);
        for (int i = 0; i < count; i++) {
            part[i] -= table[from];
        }
        return new Offsets(part, count, step, from % run == 0 ? run : 1);
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
        return step == 1;
    }

    /** Whether they are runs of {@code length}, one after the other: each {@code length} of them lie side by side. */
    boolean areRunsOf(int length) {
        return run % length == 0 && count % length == 0;
    }

    boolean areSteps() {
        return step != NO_STEP;
    }

    /** From each offset to the next, where they {@link #areSteps}. */
    int step() {
        return step;
    }
}
