package io.augstream.nn;

import java.util.Arrays;

/**
 * The matrix product of the scalar kernels: row by row of the result, four rows of the right operand at a time, in blocks
 * that stay in the second-level cache.
 */
final class ScalarProduct {
    private static final int INNER_BLOCK = 256;
    private static final int COLUMN_BLOCK = 512;

    private ScalarProduct() {}

    static void run(Matrix a, Matrix b, Matrix c, boolean add, Workspace workspace) {
        Matrix.check(a, b, c);
        for (int column = 0; column < c.columns(); column += COLUMN_BLOCK) {
            int width = Math.min(COLUMN_BLOCK, c.columns() - column);
            for (int inner = 0; inner < a.columns(); inner += INNER_BLOCK) {
                int depth = Math.min(INNER_BLOCK, a.columns() - inner);
                float[][] rows = copyRows(b, inner, depth, column, width, workspace);
                float[] sums = workspace.tile.atLeast(width);
                for (int i = 0; i < a.rows(); i++) {
                    if (add || inner > 0) {
                        System.arraycopy(c.values(), c.index(i, column), sums, 0, width);
                    } else {
                        Arrays.fill(sums, 0, width, 0f);
                    }
                    addRow(a, i, inner, depth, rows, width, sums);
                    System.arraycopy(sums, 0, c.values(), c.index(i, column), width);
                }
            }
        }
    }

    /** Rows as arrays of their own, so that the loop over them starts at index 0 in every array it touches. */
    private static float[][] copyRows(Matrix b, int inner, int depth, int column, int width, Workspace workspace) {
        float[][] rows = workspace.rows(INNER_BLOCK, Math.min(COLUMN_BLOCK, b.columns()));
        for (int k = 0; k < depth; k++) {
            if (b.columnOffsets().areRun()) {
                System.arraycopy(b.values(), b.index(inner + k, column), rows[k], 0, width);
            } else {
                for (int j = 0; j < width; j++) {
                    rows[k][j] = b.values()[b.index(inner + k, column + j)];
                }
            }
        }
        return rows;
    }

    private static void addRow(Matrix a, int i, int inner, int depth, float[][] rows, int width, float[] sums) {
        float[] values = a.values();
        int k = 0;
        for (; k + 4 <= depth; k += 4) {
            addFour(
                    values[a.index(i, inner + k)],
                    rows[k],
                    values[a.index(i, inner + k + 1)],
                    rows[k + 1],
                    values[a.index(i, inner + k + 2)],
                    rows[k + 2],
                    values[a.index(i, inner + k + 3)],
                    rows[k + 3],
                    width,
                    sums);
        }
        for (; k < depth; k++) {
            addOne(values[a.index(i, inner + k)], rows[k], width, sums);
        }
    }

    private static void addFour(
            float a, float[] b, float c, float[] d, float e, float[] f, float g, float[] h, int width, float[] sums) {
        for (int j = 0; j < width; j++) {
            sums[j] = Math.fma(g, h[j], Math.fma(e, f[j], Math.fma(c, d[j], Math.fma(a, b[j], sums[j]))));
        }
    }

    private static void addOne(float a, float[] b, int width, float[] sums) {
        for (int j = 0; j < width; j++) {
            sums[j] = Math.fma(a, b[j], sums[j]);
        }
    }
}
