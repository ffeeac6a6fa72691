package io.augstream.nn;

/** Rows of a matrix that lie one after the other. */
final class Rows {
    private Rows() {}

    /** Copies {@code row} into each of {@code count} rows from {@code offset} on. */
    static void fill(float[] values, int offset, int count, float[] row) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(row, 0, values, offset + i * row.length, row.length);
        }
    }
}
