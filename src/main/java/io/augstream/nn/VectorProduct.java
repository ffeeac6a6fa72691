package io.augstream.nn;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The matrix product of the vector kernels, blocked as in Goto and van de Geijn, "Anatomy of high-performance matrix
 * multiplication" (2008): a block of b is packed into panels of two vectors' width, blocks of a into panels of
 * {@link VectorTiles#ROWS} rows, and tiles of c are computed from one panel of each. Blocks of the inner index follow one
 * another, each going on from what the last left in c, so the blocking does not show in the bits.
 */
final class VectorProduct {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();
    private static final int ROWS = VectorTiles.ROWS;
    private static final int COLUMNS = 2 * LANES;

    /** A panel of b of this depth fills most of a first-level cache: 384 · 32 floats are 48 KiB. */
    private static final int INNER_BLOCK = 384;

    /** A block of a: 192 · 384 floats are 288 KiB, a share of a second-level cache. */
    private static final int ROW_BLOCK = 16 * ROWS;

    /** A block of b: 384 · 512 floats are 768 KiB. */
    private static final int COLUMN_BLOCK = 512;

    private final Matrix a;
    private final Matrix b;
    private final Matrix c;
    private final float[] left;
    private final float[] right;
    private final float[] edge;

    private VectorProduct(Matrix a, Matrix b, Matrix c, Workspace workspace) {
        this.a = a;
        this.b = b;
        this.c = c;
        int depth = Math.min(INNER_BLOCK, a.columns());
        left = workspace.left.atLeast(depth * roundUp(Math.min(ROW_BLOCK, a.rows()), ROWS));
        right = workspace.right.atLeast(depth * roundUp(Math.min(COLUMN_BLOCK, b.columns()), COLUMNS));
        edge = workspace.tile.atLeast(ROWS * COLUMNS);
    }

    static void run(Matrix a, Matrix b, Matrix c, boolean add, Workspace workspace) {
        Matrix.check(a, b, c);
        new VectorProduct(a, b, c, workspace).run(add);
    }

    private void run(boolean add) {
        for (int column = 0; column < c.columns(); column += COLUMN_BLOCK) {
            int width = Math.min(COLUMN_BLOCK, c.columns() - column);
            for (int inner = 0; inner < a.columns(); inner += INNER_BLOCK) {
                int depth = Math.min(INNER_BLOCK, a.columns() - inner);
                Panels.pack(b.transposed(), column, width, inner, depth, COLUMNS, right);
                for (int row = 0; row < c.rows(); row += ROW_BLOCK) {
                    int height = Math.min(ROW_BLOCK, c.rows() - row);
                    Panels.pack(a, row, height, inner, depth, ROWS, left);
                    addBlock(row, height, column, width, depth, add || inner > 0);
                }
            }
        }
    }

    /** The tiles of one block of c: for each panel of b, which stays in the first-level cache, all panels of a. */
    private void addBlock(int row, int height, int column, int width, int depth, boolean add) {
        for (int j = 0; j < width; j += COLUMNS) {
            for (int i = 0; i < height; i += ROWS) {
                int rows = Math.min(ROWS, height - i);
                int columns = Math.min(COLUMNS, width - j);
                addTile(row + i, rows, column + j, columns, depth, i * depth, j * depth, add);
            }
        }
    }

    private void addTile(int row, int rows, int column, int columns, int depth, int leftAt, int rightAt, boolean add) {
        boolean whole = rows == ROWS && (columns == COLUMNS || columns == LANES);
        float[] tile = whole ? c.values() : edge;
        int start = whole ? c.index(row, column) : 0;
        int stride = whole ? c.rowStride() : COLUMNS;
        if (!add) {
            for (int i = 0; i < rows; i++) {
                Arrays.fill(tile, start + i * stride, start + i * stride + columns, 0f);
            }
        } else if (!whole) {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(c.values(), c.index(row + i, column), edge, i * COLUMNS, columns);
            }
        }
        if (columns > LANES) {
            VectorTiles.addTwoVectors(depth, left, leftAt, right, rightAt, tile, start, stride);
        } else {
            VectorTiles.addOneVector(depth, left, leftAt, right, rightAt, tile, start, stride);
        }
        if (!whole) {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(edge, i * COLUMNS, c.values(), c.index(row + i, column), columns);
            }
        }
    }

    private static int roundUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
