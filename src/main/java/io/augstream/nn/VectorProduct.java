package io.augstream.nn;

import jdk.incubator.vector.FloatVector;

/**
 * The matrix product of the vector kernels, blocked as in Goto and van de Geijn, "Anatomy of high-performance matrix
 * multiplication" (2008), with one difference: the left operand is read where it lies. Blocks of the inner index follow
 * one another, each going on from what the last left in c, so the blocking does not show in the bits.
 */
final class VectorProduct {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();
    private static final int MOST_ROWS = VectorTiles.ROWS;

    private static final int INNER_BLOCK = Panels.MOST_ROWS;

    /** A block of a: 192 · 192 floats are 144 KiB, a share of a second-level cache. */
    private static final int ROW_BLOCK = 16 * MOST_ROWS;

    /** A block of b: 192 · 512 floats are 384 KiB. */
    private static final int COLUMN_BLOCK = 512;

    private static final Offsets EDGE_ROWS = Offsets.steps(MOST_ROWS, Panels.WIDTH);
    private static final Offsets EDGE_COLUMNS = Offsets.steps(Panels.WIDTH, 1);

    private final Matrix c;
    private final Workspace workspace;

    private VectorProduct(Matrix c, Workspace workspace) {
        this.c = c;
        this.workspace = workspace;
    }

    static void run(Matrix a, Matrix b, Matrix c, boolean add, Workspace workspace) {
        Matrix.check(a, b, c);
        VectorProduct product = new VectorProduct(c, workspace);
        for (int inner = 0; inner < a.columns(); inner += INNER_BLOCK) {
            int depth = Math.min(INNER_BLOCK, a.columns() - inner);
            Matrix left = a.columnRange(inner, depth);
            Matrix right = b.rowRange(inner, depth);
            for (int column = 0; column < c.columns(); column += COLUMN_BLOCK) {
                int width = Math.min(COLUMN_BLOCK, c.columns() - column);
                Panels panels = Panels.of(right.columnRange(column, width), workspace.right);
                product.addBlock(left, panels, column, width, add || inner > 0);
            }
        }
    }

    /** Columns of c; for each panel of b, which stays in the first-level cache, all rows of a block of a. */
    private void addBlock(Matrix a, Panels panels, int column, int width, boolean add) {
        TileShape shape = TileShape.of(a, panels.panel(0), c);
        for (int row = 0; row < a.rows(); row += ROW_BLOCK) {
            int end = Math.min(row + ROW_BLOCK, a.rows());
            for (int j = 0; j < width; j += Panels.WIDTH) {
                Matrix b = panels.panel(j);
                int columns = Math.min(Panels.WIDTH, width - j);
                for (int i = row; i < end; i += shape.rows()) {
                    TileShape tile = i + shape.rows() <= a.rows() ? shape : TileShape.ANYWHERE;
                    if (columns % LANES == 0) {
                        tile.add(a, i, b, columns, c, i, column + j, add);
                    } else {
                        addEdge(tile, a, i, b, columns, column + j, add);
                    }
                }
            }
        }
    }

    /** A tile that sticks out over the columns of c. */
    private void addEdge(TileShape tile, Matrix a, int row, Matrix b, int columns, int column, boolean add) {
        int rows = Math.min(tile.rows(), c.rows() - row);
        Matrix edge = new Matrix(workspace.tile.atLeast(MOST_ROWS * Panels.WIDTH), 0, EDGE_ROWS, EDGE_COLUMNS);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(c.values(), c.index(row + i, column), edge.values(), edge.index(i, 0), columns);
        }
        tile.add(a, row, b, columns, edge, 0, 0, add);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(edge.values(), edge.index(i, 0), c.values(), c.index(row + i, column), columns);
        }
    }
}
