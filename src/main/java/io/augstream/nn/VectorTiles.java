package io.augstream.nn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of the matrix product: a tile of the result stays in registers while the inner index runs.
 *
 * <p>Each method is one flat loop with its accumulators in local variables, written out: C2 of Java 17 puts accumulators
 * that live in an array, or across nested loops, on the heap, and is then twenty times slower. {@value #ROWS} rows times
 * two vectors fill 27 of the 32 registers that 512-bit machines have; machines with 16 use the tiles of half the rows.
 *
 * <p>Where the operands end before the tile does, the last row stands in for the missing ones: it is computed more than
 * once, and stored more than once with the same value.
 */
final class VectorTiles {
    /** Rows of a full tile. */
    static final int ROWS = 12;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Whether a tile of {@value #ROWS} rows times two vectors fits in the registers: 512-bit machines have 32 of them. */
    static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() >= 512;

    /** What every row of a tile begins with that does not go on from the result. */
    private static final float[] ZEROS = new float[2 * LANES];

    private VectorTiles() {}

    /**
     * A tile of {@value #ROWS} rows and two vectors: c[cRow + i][column + j] = Σ a[row + i][k] · b[k][j]. The columns of
     * {@code b} and {@code c} must be runs.
     *
     * @param add whether the sums go on from what is in {@code c}; else they begin at 0
     */
    static void twoVectors(Matrix a, int row, Matrix b, Matrix c, int cRow, int column, boolean add) {
        if (MANY_REGISTERS) {
            twelveByTwo(a, row, b, c, cRow, column, add);
        } else {
            int half = ROWS / 2;
            sixByTwo(a, row, b, c, cRow, column, add);
            if (row + half < a.rows()) {
                sixByTwo(a, row + half, b, c, cRow + half, column, add);
            }
        }
    }

    /** The same for a tile of one vector. */
    static void oneVector(Matrix a, int row, Matrix b, Matrix c, int cRow, int column, boolean add) {
        twelveByOne(a, row, b, c, cRow, column, add);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    static int start(Matrix matrix, int row, int column) {
        return matrix.offset() + matrix.rowOffsets().at(Math.min(row, matrix.rows() - 1)) + column;
    }

    /** 24 accumulators. */
    private static void twelveByTwo(Matrix a, int row, Matrix b, Matrix c, int cRow, int column, boolean add) {
        float[] values = a.values();
        int depth = a.columns();
        int[] taps = a.columnOffsets().table();
        int a0 = start(a, row, 0);
        int a1 = start(a, row + 1, 0);
        int a2 = start(a, row + 2, 0);
        int a3 = start(a, row + 3, 0);
        int a4 = start(a, row + 4, 0);
        int a5 = start(a, row + 5, 0);
        int a6 = start(a, row + 6, 0);
        int a7 = start(a, row + 7, 0);
        int a8 = start(a, row + 8, 0);
        int a9 = start(a, row + 9, 0);
        int a10 = start(a, row + 10, 0);
        int a11 = start(a, row + 11, 0);
        int at0 = start(c, cRow, column);
        int at1 = start(c, cRow + 1, column);
        int at2 = start(c, cRow + 2, column);
        int at3 = start(c, cRow + 3, column);
        int at4 = start(c, cRow + 4, column);
        int at5 = start(c, cRow + 5, column);
        int at6 = start(c, cRow + 6, column);
        int at7 = start(c, cRow + 7, column);
        int at8 = start(c, cRow + 8, column);
        int at9 = start(c, cRow + 9, column);
        int at10 = start(c, cRow + 10, column);
        int at11 = start(c, cRow + 11, column);
        float[] right = b.values();
        int[] lines = b.rowOffsets().table();
        int shift = b.offset();
        float[] old = add ? c.values() : ZEROS;
        int kept = add ? -1 : 0;
        FloatVector c0a = load(old, at0 & kept);
        FloatVector c0b = load(old, (at0 & kept) + LANES);
        FloatVector c1a = load(old, at1 & kept);
        FloatVector c1b = load(old, (at1 & kept) + LANES);
        FloatVector c2a = load(old, at2 & kept);
        FloatVector c2b = load(old, (at2 & kept) + LANES);
        FloatVector c3a = load(old, at3 & kept);
        FloatVector c3b = load(old, (at3 & kept) + LANES);
        FloatVector c4a = load(old, at4 & kept);
        FloatVector c4b = load(old, (at4 & kept) + LANES);
        FloatVector c5a = load(old, at5 & kept);
        FloatVector c5b = load(old, (at5 & kept) + LANES);
        FloatVector c6a = load(old, at6 & kept);
        FloatVector c6b = load(old, (at6 & kept) + LANES);
        FloatVector c7a = load(old, at7 & kept);
        FloatVector c7b = load(old, (at7 & kept) + LANES);
        FloatVector c8a = load(old, at8 & kept);
        FloatVector c8b = load(old, (at8 & kept) + LANES);
        FloatVector c9a = load(old, at9 & kept);
        FloatVector c9b = load(old, (at9 & kept) + LANES);
        FloatVector c10a = load(old, at10 & kept);
        FloatVector c10b = load(old, (at10 & kept) + LANES);
        FloatVector c11a = load(old, at11 & kept);
        FloatVector c11b = load(old, (at11 & kept) + LANES);
        for (int k = 0; k < depth; k++) {
            int tap = taps[k];
            int line = lines[k] + shift;
            FloatVector ba = load(right, line);
            FloatVector bb = load(right, line + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, values[a0 + tap]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
            x = FloatVector.broadcast(SPECIES, values[a1 + tap]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = FloatVector.broadcast(SPECIES, values[a2 + tap]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = FloatVector.broadcast(SPECIES, values[a3 + tap]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
            x = FloatVector.broadcast(SPECIES, values[a4 + tap]);
            c4a = x.fma(ba, c4a);
            c4b = x.fma(bb, c4b);
            x = FloatVector.broadcast(SPECIES, values[a5 + tap]);
            c5a = x.fma(ba, c5a);
            c5b = x.fma(bb, c5b);
            x = FloatVector.broadcast(SPECIES, values[a6 + tap]);
            c6a = x.fma(ba, c6a);
            c6b = x.fma(bb, c6b);
            x = FloatVector.broadcast(SPECIES, values[a7 + tap]);
            c7a = x.fma(ba, c7a);
            c7b = x.fma(bb, c7b);
            x = FloatVector.broadcast(SPECIES, values[a8 + tap]);
            c8a = x.fma(ba, c8a);
            c8b = x.fma(bb, c8b);
            x = FloatVector.broadcast(SPECIES, values[a9 + tap]);
            c9a = x.fma(ba, c9a);
            c9b = x.fma(bb, c9b);
            x = FloatVector.broadcast(SPECIES, values[a10 + tap]);
            c10a = x.fma(ba, c10a);
            c10b = x.fma(bb, c10b);
            x = FloatVector.broadcast(SPECIES, values[a11 + tap]);
            c11a = x.fma(ba, c11a);
            c11b = x.fma(bb, c11b);
        }
        float[] result = c.values();
        c0a.intoArray(result, at0);
        c0b.intoArray(result, at0 + LANES);
        c1a.intoArray(result, at1);
        c1b.intoArray(result, at1 + LANES);
        c2a.intoArray(result, at2);
        c2b.intoArray(result, at2 + LANES);
        c3a.intoArray(result, at3);
        c3b.intoArray(result, at3 + LANES);
        c4a.intoArray(result, at4);
        c4b.intoArray(result, at4 + LANES);
        c5a.intoArray(result, at5);
        c5b.intoArray(result, at5 + LANES);
        c6a.intoArray(result, at6);
        c6b.intoArray(result, at6 + LANES);
        c7a.intoArray(result, at7);
        c7b.intoArray(result, at7 + LANES);
        c8a.intoArray(result, at8);
        c8b.intoArray(result, at8 + LANES);
        c9a.intoArray(result, at9);
        c9b.intoArray(result, at9 + LANES);
        c10a.intoArray(result, at10);
        c10b.intoArray(result, at10 + LANES);
        c11a.intoArray(result, at11);
        c11b.intoArray(result, at11 + LANES);
    }

    /** 12 accumulators, which leaves room in 16 registers. */
    private static void sixByTwo(Matrix a, int row, Matrix b, Matrix c, int cRow, int column, boolean add) {
        float[] values = a.values();
        int depth = a.columns();
        int[] taps = a.columnOffsets().table();
        int a0 = start(a, row, 0);
        int a1 = start(a, row + 1, 0);
        int a2 = start(a, row + 2, 0);
        int a3 = start(a, row + 3, 0);
        int a4 = start(a, row + 4, 0);
        int a5 = start(a, row + 5, 0);
        int at0 = start(c, cRow, column);
        int at1 = start(c, cRow + 1, column);
        int at2 = start(c, cRow + 2, column);
        int at3 = start(c, cRow + 3, column);
        int at4 = start(c, cRow + 4, column);
        int at5 = start(c, cRow + 5, column);
        float[] right = b.values();
        int[] lines = b.rowOffsets().table();
        int shift = b.offset();
        float[] old = add ? c.values() : ZEROS;
        int kept = add ? -1 : 0;
        FloatVector c0a = load(old, at0 & kept);
        FloatVector c0b = load(old, (at0 & kept) + LANES);
        FloatVector c1a = load(old, at1 & kept);
        FloatVector c1b = load(old, (at1 & kept) + LANES);
        FloatVector c2a = load(old, at2 & kept);
        FloatVector c2b = load(old, (at2 & kept) + LANES);
        FloatVector c3a = load(old, at3 & kept);
        FloatVector c3b = load(old, (at3 & kept) + LANES);
        FloatVector c4a = load(old, at4 & kept);
        FloatVector c4b = load(old, (at4 & kept) + LANES);
        FloatVector c5a = load(old, at5 & kept);
        FloatVector c5b = load(old, (at5 & kept) + LANES);
        for (int k = 0; k < depth; k++) {
            int tap = taps[k];
            int line = lines[k] + shift;
            FloatVector ba = load(right, line);
            FloatVector bb = load(right, line + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, values[a0 + tap]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
            x = FloatVector.broadcast(SPECIES, values[a1 + tap]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = FloatVector.broadcast(SPECIES, values[a2 + tap]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = FloatVector.broadcast(SPECIES, values[a3 + tap]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
            x = FloatVector.broadcast(SPECIES, values[a4 + tap]);
            c4a = x.fma(ba, c4a);
            c4b = x.fma(bb, c4b);
            x = FloatVector.broadcast(SPECIES, values[a5 + tap]);
            c5a = x.fma(ba, c5a);
            c5b = x.fma(bb, c5b);
        }
        float[] result = c.values();
        c0a.intoArray(result, at0);
        c0b.intoArray(result, at0 + LANES);
        c1a.intoArray(result, at1);
        c1b.intoArray(result, at1 + LANES);
        c2a.intoArray(result, at2);
        c2b.intoArray(result, at2 + LANES);
        c3a.intoArray(result, at3);
        c3b.intoArray(result, at3 + LANES);
        c4a.intoArray(result, at4);
        c4b.intoArray(result, at4 + LANES);
        c5a.intoArray(result, at5);
        c5b.intoArray(result, at5 + LANES);
    }

    /** 12 accumulators. */
    private static void twelveByOne(Matrix a, int row, Matrix b, Matrix c, int cRow, int column, boolean add) {
        float[] values = a.values();
        int depth = a.columns();
        int[] taps = a.columnOffsets().table();
        int a0 = start(a, row, 0);
        int a1 = start(a, row + 1, 0);
        int a2 = start(a, row + 2, 0);
        int a3 = start(a, row + 3, 0);
        int a4 = start(a, row + 4, 0);
        int a5 = start(a, row + 5, 0);
        int a6 = start(a, row + 6, 0);
        int a7 = start(a, row + 7, 0);
        int a8 = start(a, row + 8, 0);
        int a9 = start(a, row + 9, 0);
        int a10 = start(a, row + 10, 0);
        int a11 = start(a, row + 11, 0);
        int at0 = start(c, cRow, column);
        int at1 = start(c, cRow + 1, column);
        int at2 = start(c, cRow + 2, column);
        int at3 = start(c, cRow + 3, column);
        int at4 = start(c, cRow + 4, column);
        int at5 = start(c, cRow + 5, column);
        int at6 = start(c, cRow + 6, column);
        int at7 = start(c, cRow + 7, column);
        int at8 = start(c, cRow + 8, column);
        int at9 = start(c, cRow + 9, column);
        int at10 = start(c, cRow + 10, column);
        int at11 = start(c, cRow + 11, column);
        float[] right = b.values();
        int[] lines = b.rowOffsets().table();
        int shift = b.offset();
        float[] old = add ? c.values() : ZEROS;
        int kept = add ? -1 : 0;
        FloatVector c0 = load(old, at0 & kept);
        FloatVector c1 = load(old, at1 & kept);
        FloatVector c2 = load(old, at2 & kept);
        FloatVector c3 = load(old, at3 & kept);
        FloatVector c4 = load(old, at4 & kept);
        FloatVector c5 = load(old, at5 & kept);
        FloatVector c6 = load(old, at6 & kept);
        FloatVector c7 = load(old, at7 & kept);
        FloatVector c8 = load(old, at8 & kept);
        FloatVector c9 = load(old, at9 & kept);
        FloatVector c10 = load(old, at10 & kept);
        FloatVector c11 = load(old, at11 & kept);
        for (int k = 0; k < depth; k++) {
            int tap = taps[k];
            int line = lines[k] + shift;
            FloatVector x = load(right, line);
            c0 = x.fma(FloatVector.broadcast(SPECIES, values[a0 + tap]), c0);
            c1 = x.fma(FloatVector.broadcast(SPECIES, values[a1 + tap]), c1);
            c2 = x.fma(FloatVector.broadcast(SPECIES, values[a2 + tap]), c2);
            c3 = x.fma(FloatVector.broadcast(SPECIES, values[a3 + tap]), c3);
            c4 = x.fma(FloatVector.broadcast(SPECIES, values[a4 + tap]), c4);
            c5 = x.fma(FloatVector.broadcast(SPECIES, values[a5 + tap]), c5);
            c6 = x.fma(FloatVector.broadcast(SPECIES, values[a6 + tap]), c6);
            c7 = x.fma(FloatVector.broadcast(SPECIES, values[a7 + tap]), c7);
            c8 = x.fma(FloatVector.broadcast(SPECIES, values[a8 + tap]), c8);
            c9 = x.fma(FloatVector.broadcast(SPECIES, values[a9 + tap]), c9);
            c10 = x.fma(FloatVector.broadcast(SPECIES, values[a10 + tap]), c10);
            c11 = x.fma(FloatVector.broadcast(SPECIES, values[a11 + tap]), c11);
        }
        float[] result = c.values();
        c0.intoArray(result, at0);
        c1.intoArray(result, at1);
        c2.intoArray(result, at2);
        c3.intoArray(result, at3);
        c4.intoArray(result, at4);
        c5.intoArray(result, at5);
        c6.intoArray(result, at6);
        c7.intoArray(result, at7);
        c8.intoArray(result, at8);
        c9.intoArray(result, at9);
        c10.intoArray(result, at10);
        c11.intoArray(result, at11);
    }
}
