package io.augstream.nn;

import jdk.incubator.vector.FloatVector;

/** The innermost loops that a product uses, by how its left operand lies. They give the same bits. */
enum TileShape {
    /** {@link VectorTiles}. */
    ANYWHERE(VectorTiles.ROWS),
    /** {@link VectorRowTiles}. */
    IN_ROWS(VectorTiles.ROWS),
    /** {@link VectorColumnTiles}. */
    IN_COLUMNS(VectorColumnTiles.ROWS);

    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

    private final int rows;

    TileShape(int rows) {
        this.rows = rows;
    }

    /** The fastest for c = a · b; {@link #ANYWHERE} fits what sticks out over the last row. */
    static TileShape of(Matrix a, Matrix b, Matrix c) {
        boolean steps = b.rowOffsets().areSteps() && c.rowOffsets().areSteps();
        if (!VectorTiles.MANY_REGISTERS || !steps) {
            return ANYWHERE;
        }
        if (a.columnOffsets().areRun() && a.rowOffsets().areSteps()) {
            return IN_ROWS;
        }
        return a.rowOffsets().areRunsOf(VectorColumnTiles.ROWS) ? IN_COLUMNS : ANYWHERE;
    }

    /** Rows of a tile. */
    int rows() {
        return rows;
    }

    /**
     * A tile of {@link #rows()} rows: c[cRow + i][column + j] = Σ a[row + i][k] · b[k][j].
     *
     * @param columns of {@code b}: one vector or two
     * @param add whether the sums go on from what is in {@code c}; else they begin at 0
     */
    void add(Matrix a, int row, Matrix b, int columns, Matrix c, int cRow, int column, boolean add) {
        boolean wide = columns > LANES;
        switch (this) {
            case ANYWHERE -> {
                if (wide) {
                    VectorTiles.twoVectors(a, row, b, c, cRow, column, add);
                } else {
                    VectorTiles.oneVector(a, row, b, c, cRow, column, add);
                }
            }
            case IN_ROWS -> {
                if (wide) {
                    VectorRowTiles.twoVectors(a, row, b, c, cRow, column, add);
                } else {
                    VectorRowTiles.oneVector(a, row, b, c, cRow, column, add);
                }
            }
            case IN_COLUMNS -> {
                if (wide) {
                    VectorColumnTiles.twoVectors(a, row, b, c, cRow, column, add);
                } else {
                    VectorColumnTiles.oneVector(a, row, b, c, cRow, column, add);
                }
            }
        }
    }
}
