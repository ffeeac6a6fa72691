package io.augstream.nn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link VectorTiles} where the rows of the left operand are runs, all matrices have the same step from each row to the next, and all
 * rows of a tile are there. No table is read, and C2 checks the bounds of a row once and not at each step: products of depth 16
 * are 1.35 times as fast.
 */
final class VectorRowTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final float[] ZEROS = new float[2 * LANES];

    private VectorRowTiles() {}

    /** 24 accumulators. */
    static void twoVectors(Matrix a, int row, Matrix b, Matrix c, int cRow, int column, boolean add) {
        float[] values = a.values();
        int depth = a.columns();
        int down = a.rowOffsets().step();
        int a0 = a.offset() + row * down;
        int a1 = a0 + down;
        int a2 = a1 + down;
        int a3 = a2 + down;
        int a4 = a3 + down;
        int a5 = a4 + down;
        int a6 = a5 + down;
        int a7 = a6 + down;
        int a8 = a7 + down;
        int a9 = a8 + down;
        int a10 = a9 + down;
        int a11 = a10 + down;
        int next = c.rowOffsets().step();
        int at0 = c.offset() + cRow * next + column;
        int at1 = at0 + next;
        int at2 = at1 + next;
        int at3 = at2 + next;
        int at4 = at3 + next;
        int at5 = at4 + next;
        int at6 = at5 + next;
        int at7 = at6 + next;
        int at8 = at7 + next;
        int at9 = at8 + next;
        int at10 = at9 + next;
        int at11 = at10 + next;
        float[] right = b.values();
        int line = b.offset();
        int step = b.rowOffsets().step();
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
            FloatVector ya = load(right, line);
            FloatVector yb = load(right, line + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, values[a0 + k]);
            c0a = x.fma(ya, c0a);
            c0b = x.fma(yb, c0b);
            x = FloatVector.broadcast(SPECIES, values[a1 + k]);
            c1a = x.fma(ya, c1a);
            c1b = x.fma(yb, c1b);
            x = FloatVector.broadcast(SPECIES, values[a2 + k]);
            c2a = x.fma(ya, c2a);
            c2b = x.fma(yb, c2b);
            x = FloatVector.broadcast(SPECIES, values[a3 + k]);
            c3a = x.fma(ya, c3a);
            c3b = x.fma(yb, c3b);
            x = FloatVector.broadcast(SPECIES, values[a4 + k]);
            c4a = x.fma(ya, c4a);
            c4b = x.fma(yb, c4b);
            x = FloatVector.broadcast(SPECIES, values[a5 + k]);
            c5a = x.fma(ya, c5a);
            c5b = x.fma(yb, c5b);
            x = FloatVector.broadcast(SPECIES, values[a6 + k]);
            c6a = x.fma(ya, c6a);
            c6b = x.fma(yb, c6b);
            x = FloatVector.broadcast(SPECIES, values[a7 + k]);
            c7a = x.fma(ya, c7a);
            c7b = x.fma(yb, c7b);
            x = FloatVector.broadcast(SPECIES, values[a8 + k]);
            c8a = x.fma(ya, c8a);
            c8b = x.fma(yb, c8b);
            x = FloatVector.broadcast(SPECIES, values[a9 + k]);
            c9a = x.fma(ya, c9a);
            c9b = x.fma(yb, c9b);
            x = FloatVector.broadcast(SPECIES, values[a10 + k]);
            c10a = x.fma(ya, c10a);
            c10b = x.fma(yb, c10b);
            x = FloatVector.broadcast(SPECIES, values[a11 + k]);
            c11a = x.fma(ya, c11a);
            c11b = x.fma(yb, c11b);
            line += step;
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

    /** 12 accumulators. */
    static void oneVector(Matrix a, int row, Matrix b, Matrix c, int cRow, int column, boolean add) {
        float[] values = a.values();
        int depth = a.columns();
        int down = a.rowOffsets().step();
        int a0 = a.offset() + row * down;
        int a1 = a0 + down;
        int a2 = a1 + down;
        int a3 = a2 + down;
        int a4 = a3 + down;
        int a5 = a4 + down;
        int a6 = a5 + down;
        int a7 = a6 + down;
        int a8 = a7 + down;
        int a9 = a8 + down;
        int a10 = a9 + down;
        int a11 = a10 + down;
        int next = c.rowOffsets().step();
        int at0 = c.offset() + cRow * next + column;
        int at1 = at0 + next;
        int at2 = at1 + next;
        int at3 = at2 + next;
        int at4 = at3 + next;
        int at5 = at4 + next;
        int at6 = at5 + next;
        int at7 = at6 + next;
        int at8 = at7 + next;
        int at9 = at8 + next;
        int at10 = at9 + next;
        int at11 = at10 + next;
        float[] right = b.values();
        int line = b.offset();
        int step = b.rowOffsets().step();
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
            FloatVector y = load(right, line);
            FloatVector x = FloatVector.broadcast(SPECIES, values[a0 + k]);
            c0 = x.fma(y, c0);
            x = FloatVector.broadcast(SPECIES, values[a1 + k]);
            c1 = x.fma(y, c1);
            x = FloatVector.broadcast(SPECIES, values[a2 + k]);
            c2 = x.fma(y, c2);
            x = FloatVector.broadcast(SPECIES, values[a3 + k]);
            c3 = x.fma(y, c3);
            x = FloatVector.broadcast(SPECIES, values[a4 + k]);
            c4 = x.fma(y, c4);
            x = FloatVector.broadcast(SPECIES, values[a5 + k]);
            c5 = x.fma(y, c5);
            x = FloatVector.broadcast(SPECIES, values[a6 + k]);
            c6 = x.fma(y, c6);
            x = FloatVector.broadcast(SPECIES, values[a7 + k]);
            c7 = x.fma(y, c7);
            x = FloatVector.broadcast(SPECIES, values[a8 + k]);
            c8 = x.fma(y, c8);
            x = FloatVector.broadcast(SPECIES, values[a9 + k]);
            c9 = x.fma(y, c9);
            x = FloatVector.broadcast(SPECIES, values[a10 + k]);
            c10 = x.fma(y, c10);
            x = FloatVector.broadcast(SPECIES, values[a11 + k]);
            c11 = x.fma(y, c11);
            line += step;
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

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }
}
