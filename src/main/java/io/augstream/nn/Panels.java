package io.augstream.nn;

import java.util.Arrays;

/** Copies a block of a matrix into panels, in the order in which the innermost loop of a product reads it. */
final class Panels {
    private Panels() {}

    /**
     * Packs {@code height} rows from {@code row} on, and {@code depth} columns from {@code column} on, into panels of
     * {@code panel} rows, column by column; rows that are missing in the last panel are zeros.
     *
     * <p>The right operand of a product goes in transposed.
     */
    static void pack(Matrix matrix, int row, int height, int column, int depth, int panel, float[] packed) {
        for (int first = 0; first < height; first += panel) {
            int rows = Math.min(panel, height - first);
            int at = matrix.index(row + first, column);
            if (rows < panel) {
                Arrays.fill(packed, first * depth, (first + panel) * depth, 0f);
            }
            if (matrix.rowStride() == 1) {
                copyColumns(matrix.values(), at, matrix.columnStride(), rows, depth, panel, packed, first * depth);
            } else {
                scatterRows(matrix, at, rows, depth, panel, packed, first * depth);
            }
        }
    }

    private static void copyColumns(
            float[] from, int at, int stride, int rows, int depth, int panel, float[] to, int start) {
        for (int k = 0; k < depth; k++) {
            System.arraycopy(from, at + k * stride, to, start + k * panel, rows);
        }
    }

    private static void scatterRows(Matrix matrix, int at, int rows, int depth, int panel, float[] to, int start) {
        for (int i = 0; i < rows; i++) {
            scatter(matrix.values(), at + i * matrix.rowStride(), matrix.columnStride(), depth, panel, to, start + i);
        }
    }

    private static void scatter(float[] from, int at, int stride, int depth, int panel, float[] to, int start) {
        for (int k = 0; k < depth; k++) {
            to[start + k * panel] = from[at + k * stride];
        }
    }
}
