package io.augstream.nn;

import java.util.Arrays;

/**
 * Copies a block of a matrix into panels, in the order in which the innermost loop of a product reads it.
 *
 * <p>Without vectors, on purpose: copying four floats at a time with 128-bit vectors here made the tiles, which use the
 * preferred width, ten times slower on Java 17, the compiler no longer seeing one species where the two share code.
 */
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
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            scatterFour(matrix, at + row * matrix.rowStride(), depth, panel, to, start + row);
        }
        for (; row < rows; row++) {
            scatter(matrix, at + row * matrix.rowStride(), depth, panel, to, start + row);
        }
    }

    /** Four rows at once: four neighbouring stores an iteration, and a quarter of the loops. */
    private static void scatterFour(Matrix matrix, int first, int depth, int panel, float[] to, int start) {
        float[] from = matrix.values();
        int second = first + matrix.rowStride();
        int third = second + matrix.rowStride();
        int fourth = third + matrix.rowStride();
        int step = matrix.columnStride();
        for (int k = 0, at = 0, target = start; k < depth; k++, at += step, target += panel) {
            to[target] = from[first + at];
            to[target + 1] = from[second + at];
            to[target + 2] = from[third + at];
            to[target + 3] = from[fourth + at];
        }
    }

    private static void scatter(Matrix matrix, int first, int depth, int panel, float[] to, int start) {
        float[] from = matrix.values();
        int step = matrix.columnStride();
        for (int k = 0, at = first, target = start; k < depth; k++, at += step, target += panel) {
            to[target] = from[at];
        }
    }
}
