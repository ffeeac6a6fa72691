package io.augstream.nn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link VectorTiles} where the rows of the left operand lie side by side, {@value #ROWS} at a time, as in the products of weight
 * gradients, and the other matrices have the same step from each row to the next: one index serves all rows.
 */
final class VectorColumnTiles {
    /** Rows of a tile; the left operand's are a multiple of it. */
    static final int ROWS = 8;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final float[] ZEROS = new float[2 * LANES];

    private VectorColumnTiles() {}

    /** 16 accumulators. */
    static void twoVectors(Matrix a, int row, Matrix b, Matrix c, int cRow, int column, boolean add) {
        float[] values = a.values();
        int depth = a.columns();
        int first = a.offset() + a.rowOffsets().at(row);
        int[] taps = a.columnOffsets().table();
        int next = c.rowOffsets().step();
        int at0 = c.offset() + cRow * next + column;
        int at1 = at0 + next;
        int at2 = at1 + next;
        int at3 = at2 + next;
        int at4 = at3 + next;
        int at5 = at4 + next;
        int at6 = at5 + next;
        int at7 = at6 + next;
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
        for (int k = 0; k < depth; k++) {
            int at = first + taps[k];
            FloatVector ya = load(right, line);
            FloatVector yb = load(right, line + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, values[at]);
            c0a = x.fma(ya, c0a);
            c0b = x.fma(yb, c0b);
            x = FloatVector.broadcast(SPECIES, values[at + 1]);
            c1a = x.fma(ya, c1a);
            c1b = x.fma(yb, c1b);
            x = FloatVector.broadcast(SPECIES, values[at + 2]);
            c2a = x.fma(ya, c2a);
            c2b = x.fma(yb, c2b);
            x = FloatVector.broadcast(SPECIES, values[at + 3]);
            c3a = x.fma(ya, c3a);
            c3b = x.fma(yb, c3b);
            x = FloatVector.broadcast(SPECIES, values[at + 4]);
            c4a = x.fma(ya, c4a);
            c4b = x.fma(yb, c4b);
            x = FloatVector.broadcast(SPECIES, values[at + 5]);
            c5a = x.fma(ya, c5a);
            c5b = x.fma(yb, c5b);
            x = FloatVector.broadcast(SPECIES, values[at + 6]);
            c6a = x.fma(ya, c6a);
            c6b = x.fma(yb, c6b);
            x = FloatVector.broadcast(SPECIES, values[at + 7]);
            c7a = x.fma(ya, c7a);
            c7b = x.fma(yb, c7b);
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
    }

    /** 8 accumulators. */
    static void oneVector(Matrix a, int row, Matrix b, Matrix c, int cRow, int column, boolean add) {
        float[] values = a.values();
        int depth = a.columns();
        int first = a.offset() + a.rowOffsets().at(row);
        int[] taps = a.columnOffsets().table();
        int next = c.rowOffsets().step();
        int at0 = c.offset() + cRow * next + column;
        int at1 = at0 + next;
        int at2 = at1 + next;
        int at3 = at2 + next;
        int at4 = at3 + next;
        int at5 = at4 + next;
        int at6 = at5 + next;
        int at7 = at6 + next;
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
        for (int k = 0; k < depth; k++) {
            int at = first + taps[k];
            FloatVector y = load(right, line);
            FloatVector x = FloatVector.broadcast(SPECIES, values[at]);
            c0 = x.fma(y, c0);
            x = FloatVector.broadcast(SPECIES, values[at + 1]);
            c1 = x.fma(y, c1);
            x = FloatVector.broadcast(SPECIES, values[at + 2]);
            c2 = x.fma(y, c2);
            x = FloatVector.broadcast(SPECIES, values[at + 3]);
            c3 = x.fma(y, c3);
            x = FloatVector.broadcast(SPECIES, values[at + 4]);
            c4 = x.fma(y, c4);
            x = FloatVector.broadcast(SPECIES, values[at + 5]);
            c5 = x.fma(y, c5);
            x = FloatVector.broadcast(SPECIES, values[at + 6]);
            c6 = x.fma(y, c6);
            x = FloatVector.broadcast(SPECIES, values[at + 7]);
            c7 = x.fma(y, c7);
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
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }
}
