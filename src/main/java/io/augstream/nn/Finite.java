package io.augstream.nn;

/** Whether numbers are numbers. */
public final class Finite {
    /** Floats at a time: their sums stay in the first-level cache. */
    private static final int BLOCK = 2048;

    private Finite() {}

    /**
     * Whether the first {@code length} values are all finite. A finite number times 0 is 0, and NaN what is none: sums of
     * such products, side by side and without a branch, are vector code, and a training step can afford them.
     */
    public static boolean all(float[] values, int length) {
        float[] sums = new float[Math.min(BLOCK, length)];
        for (int from = 0; from < length; from += BLOCK) {
            addZeros(values, from, Math.min(BLOCK, length - from), sums);
        }
        float sum = 0;
        for (float part : sums) {
            sum += part;
        }
        return sum == 0;
    }

    private static void addZeros(float[] values, int from, int count, float[] sums) {
        for (int i = 0; i < count; i++) {
            sums[i] += 0f * values[from + i];
        }
    }
}
