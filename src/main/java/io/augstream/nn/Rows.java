package io.augstream.nn;

/** Loops over numbers that lie one after the other. */
final class Rows {
    private Rows() {}

    /** Copies {@code row}, a row of a matrix, into each of {@code count} rows from {@code offset} on. */
    static void fill(float[] values, int offset, int count, float[] row) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(row, 0, values, offset + i * row.length, row.length);
        }
    }

    static void add(float[] from, int fromOffset, float[] to, int toOffset, int length) {
        for (int i = 0; i < length; i++) {
            to[toOffset + i] += from[fromOffset + i];
        }
    }
}
