package io.augstream.nn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of the matrix product: a tile of the result stays in registers while the inner index runs.
 *
 * <p>Each method is one flat loop with its accumulators in local variables, written out: C2 of Java 17 puts accumulators
 * that live in an array, or across nested loops, on the heap, and is then twenty times slower. {@value #ROWS} rows times
 * two vectors fill 27 of the 32 registers that 512-bit machines have; machines with 16 use the tiles of half the rows.
 */
final class VectorTiles {
    /** Rows of a full tile, and of a panel of the left operand. */
    static final int ROWS = 12;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Whether a tile of {@value #ROWS} rows times two vectors fits in the registers: 512-bit machines have 32 of them. */
    private static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() >= 512;

    private VectorTiles() {}

    /**
     * Adds the product of a panel of the left operand ({@value #ROWS} values an inner index) and one of the right (two
     * vectors an inner index) to a tile of {@value #ROWS} rows and two vectors.
     *
     * @param stride from one row of the tile to the next
     */
    static void addTwoVectors(
            int depth, float[] a, int aStart, float[] b, int bStart, float[] c, int cStart, int stride) {
        if (MANY_REGISTERS) {
            twelveByTwo(depth, a, aStart, b, bStart, c, cStart, stride);
        } else {
            sixByTwo(depth, a, aStart, b, bStart, c, cStart, stride);
            sixByTwo(depth, a, aStart + ROWS / 2, b, bStart, c, cStart + ROWS / 2 * stride, stride);
        }
    }

    /** The same for a tile of one vector: the first of the two in the right panel. */
    static void addOneVector(
            int depth, float[] a, int aStart, float[] b, int bStart, float[] c, int cStart, int stride) {
        twelveByOne(depth, a, aStart, b, bStart, c, cStart, stride);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    /** 24 accumulators. */
    private static void twelveByTwo(
            int depth, float[] a, int aStart, float[] b, int bStart, float[] c, int cStart, int stride) {
        FloatVector c0a = load(c, cStart);
        FloatVector c0b = load(c, cStart + LANES);
        FloatVector c1a = load(c, cStart + stride);
        FloatVector c1b = load(c, cStart + stride + LANES);
        FloatVector c2a = load(c, cStart + 2 * stride);
        FloatVector c2b = load(c, cStart + 2 * stride + LANES);
        FloatVector c3a = load(c, cStart + 3 * stride);
        FloatVector c3b = load(c, cStart + 3 * stride + LANES);
        FloatVector c4a = load(c, cStart + 4 * stride);
        FloatVector c4b = load(c, cStart + 4 * stride + LANES);
        FloatVector c5a = load(c, cStart + 5 * stride);
        FloatVector c5b = load(c, cStart + 5 * stride + LANES);
        FloatVector c6a = load(c, cStart + 6 * stride);
        FloatVector c6b = load(c, cStart + 6 * stride + LANES);
        FloatVector c7a = load(c, cStart + 7 * stride);
        FloatVector c7b = load(c, cStart + 7 * stride + LANES);
        FloatVector c8a = load(c, cStart + 8 * stride);
        FloatVector c8b = load(c, cStart + 8 * stride + LANES);
        FloatVector c9a = load(c, cStart + 9 * stride);
        FloatVector c9b = load(c, cStart + 9 * stride + LANES);
        FloatVector c10a = load(c, cStart + 10 * stride);
        FloatVector c10b = load(c, cStart + 10 * stride + LANES);
        FloatVector c11a = load(c, cStart + 11 * stride);
        FloatVector c11b = load(c, cStart + 11 * stride + LANES);
        for (int k = 0, i = aStart, j = bStart; k < depth; k++, i += ROWS, j += 2 * LANES) {
            FloatVector ba = load(b, j);
            FloatVector bb = load(b, j + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[i]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
            x = FloatVector.broadcast(SPECIES, a[i + 1]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = FloatVector.broadcast(SPECIES, a[i + 2]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = FloatVector.broadcast(SPECIES, a[i + 3]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
            x = FloatVector.broadcast(SPECIES, a[i + 4]);
            c4a = x.fma(ba, c4a);
            c4b = x.fma(bb, c4b);
            x = FloatVector.broadcast(SPECIES, a[i + 5]);
            c5a = x.fma(ba, c5a);
            c5b = x.fma(bb, c5b);
            x = FloatVector.broadcast(SPECIES, a[i + 6]);
            c6a = x.fma(ba, c6a);
            c6b = x.fma(bb, c6b);
            x = FloatVector.broadcast(SPECIES, a[i + 7]);
            c7a = x.fma(ba, c7a);
            c7b = x.fma(bb, c7b);
            x = FloatVector.broadcast(SPECIES, a[i + 8]);
            c8a = x.fma(ba, c8a);
            c8b = x.fma(bb, c8b);
            x = FloatVector.broadcast(SPECIES, a[i + 9]);
            c9a = x.fma(ba, c9a);
            c9b = x.fma(bb, c9b);
            x = FloatVector.broadcast(SPECIES, a[i + 10]);
            c10a = x.fma(ba, c10a);
            c10b = x.fma(bb, c10b);
            x = FloatVector.broadcast(SPECIES, a[i + 11]);
            c11a = x.fma(ba, c11a);
            c11b = x.fma(bb, c11b);
        }
        c0a.intoArray(c, cStart);
        c0b.intoArray(c, cStart + LANES);
        c1a.intoArray(c, cStart + stride);
        c1b.intoArray(c, cStart + stride + LANES);
        c2a.intoArray(c, cStart + 2 * stride);
        c2b.intoArray(c, cStart + 2 * stride + LANES);
        c3a.intoArray(c, cStart + 3 * stride);
        c3b.intoArray(c, cStart + 3 * stride + LANES);
        c4a.intoArray(c, cStart + 4 * stride);
        c4b.intoArray(c, cStart + 4 * stride + LANES);
        c5a.intoArray(c, cStart + 5 * stride);
        c5b.intoArray(c, cStart + 5 * stride + LANES);
        c6a.intoArray(c, cStart + 6 * stride);
        c6b.intoArray(c, cStart + 6 * stride + LANES);
        c7a.intoArray(c, cStart + 7 * stride);
        c7b.intoArray(c, cStart + 7 * stride + LANES);
        c8a.intoArray(c, cStart + 8 * stride);
        c8b.intoArray(c, cStart + 8 * stride + LANES);
        c9a.intoArray(c, cStart + 9 * stride);
        c9b.intoArray(c, cStart + 9 * stride + LANES);
        c10a.intoArray(c, cStart + 10 * stride);
        c10b.intoArray(c, cStart + 10 * stride + LANES);
        c11a.intoArray(c, cStart + 11 * stride);
        c11b.intoArray(c, cStart + 11 * stride + LANES);
    }

    /** 12 accumulators, which leaves room in 16 registers. */
    private static void sixByTwo(
            int depth, float[] a, int aStart, float[] b, int bStart, float[] c, int cStart, int stride) {
        FloatVector c0a = load(c, cStart);
        FloatVector c0b = load(c, cStart + LANES);
        FloatVector c1a = load(c, cStart + stride);
        FloatVector c1b = load(c, cStart + stride + LANES);
        FloatVector c2a = load(c, cStart + 2 * stride);
        FloatVector c2b = load(c, cStart + 2 * stride + LANES);
        FloatVector c3a = load(c, cStart + 3 * stride);
        FloatVector c3b = load(c, cStart + 3 * stride + LANES);
        FloatVector c4a = load(c, cStart + 4 * stride);
        FloatVector c4b = load(c, cStart + 4 * stride + LANES);
        FloatVector c5a = load(c, cStart + 5 * stride);
        FloatVector c5b = load(c, cStart + 5 * stride + LANES);
        for (int k = 0, i = aStart, j = bStart; k < depth; k++, i += ROWS, j += 2 * LANES) {
            FloatVector ba = load(b, j);
            FloatVector bb = load(b, j + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[i]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
            x = FloatVector.broadcast(SPECIES, a[i + 1]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = FloatVector.broadcast(SPECIES, a[i + 2]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = FloatVector.broadcast(SPECIES, a[i + 3]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
            x = FloatVector.broadcast(SPECIES, a[i + 4]);
            c4a = x.fma(ba, c4a);
            c4b = x.fma(bb, c4b);
            x = FloatVector.broadcast(SPECIES, a[i + 5]);
            c5a = x.fma(ba, c5a);
            c5b = x.fma(bb, c5b);
        }
        c0a.intoArray(c, cStart);
        c0b.intoArray(c, cStart + LANES);
        c1a.intoArray(c, cStart + stride);
        c1b.intoArray(c, cStart + stride + LANES);
        c2a.intoArray(c, cStart + 2 * stride);
        c2b.intoArray(c, cStart + 2 * stride + LANES);
        c3a.intoArray(c, cStart + 3 * stride);
        c3b.intoArray(c, cStart + 3 * stride + LANES);
        c4a.intoArray(c, cStart + 4 * stride);
        c4b.intoArray(c, cStart + 4 * stride + LANES);
        c5a.intoArray(c, cStart + 5 * stride);
        c5b.intoArray(c, cStart + 5 * stride + LANES);
    }

    /** 12 accumulators. */
    private static void twelveByOne(
            int depth, float[] a, int aStart, float[] b, int bStart, float[] c, int cStart, int stride) {
        FloatVector c0 = load(c, cStart);
        FloatVector c1 = load(c, cStart + stride);
        FloatVector c2 = load(c, cStart + 2 * stride);
        FloatVector c3 = load(c, cStart + 3 * stride);
        FloatVector c4 = load(c, cStart + 4 * stride);
        FloatVector c5 = load(c, cStart + 5 * stride);
        FloatVector c6 = load(c, cStart + 6 * stride);
        FloatVector c7 = load(c, cStart + 7 * stride);
        FloatVector c8 = load(c, cStart + 8 * stride);
        FloatVector c9 = load(c, cStart + 9 * stride);
        FloatVector c10 = load(c, cStart + 10 * stride);
        FloatVector c11 = load(c, cStart + 11 * stride);
        for (int k = 0, i = aStart, j = bStart; k < depth; k++, i += ROWS, j += 2 * LANES) {
            FloatVector x = load(b, j);
            c0 = x.fma(FloatVector.broadcast(SPECIES, a[i]), c0);
            c1 = x.fma(FloatVector.broadcast(SPECIES, a[i + 1]), c1);
            c2 = x.fma(FloatVector.broadcast(SPECIES, a[i + 2]), c2);
            c3 = x.fma(FloatVector.broadcast(SPECIES, a[i + 3]), c3);
            c4 = x.fma(FloatVector.broadcast(SPECIES, a[i + 4]), c4);
            c5 = x.fma(FloatVector.broadcast(SPECIES, a[i + 5]), c5);
            c6 = x.fma(FloatVector.broadcast(SPECIES, a[i + 6]), c6);
            c7 = x.fma(FloatVector.broadcast(SPECIES, a[i + 7]), c7);
            c8 = x.fma(FloatVector.broadcast(SPECIES, a[i + 8]), c8);
            c9 = x.fma(FloatVector.broadcast(SPECIES, a[i + 9]), c9);
            c10 = x.fma(FloatVector.broadcast(SPECIES, a[i + 10]), c10);
            c11 = x.fma(FloatVector.broadcast(SPECIES, a[i + 11]), c11);
        }
        c0.intoArray(c, cStart);
        c1.intoArray(c, cStart + stride);
        c2.intoArray(c, cStart + 2 * stride);
        c3.intoArray(c, cStart + 3 * stride);
        c4.intoArray(c, cStart + 4 * stride);
        c5.intoArray(c, cStart + 5 * stride);
        c6.intoArray(c, cStart + 6 * stride);
        c7.intoArray(c, cStart + 7 * stride);
        c8.intoArray(c, cStart + 8 * stride);
        c9.intoArray(c, cStart + 9 * stride);
        c10.intoArray(c, cStart + 10 * stride);
        c11.intoArray(c, cStart + 11 * stride);
    }
}
