package io.augstream.pixel;

import io.augstream.simd.Rehearsal;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * With the Vector API, a vector of samples at a time; one loop without a branch each, so that nothing lands on the heap. Weights are
 * floats up to where they are multiplied with: vectors of them, alive before a loop, land there where it is inlined into the loop over pairs.
 */
final class VectorFilter implements FilterLoops {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    /** As many lanes as there are shorts. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
    /** As many lanes as there are floats; 8 at least, for there are no shorter vectors of bytes. */
    private static final VectorSpecies<Byte> FEW_BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, FLOATS.vectorBitSize() / 4)));

    private static final boolean BYTES_FIT = FEW_BYTES.length() == LANES;

    static {
        Rehearsal.run();
    }

    @Override
    public void widen(byte[] samples, int from, int count, float[] levels, int to) {
        int end = SHORTS.loopBound(count);
        for (int i = 0; i < end; i += SHORTS.length()) {
            ShortVector some = ((ShortVector)
                            ByteVector.fromArray(BYTES, samples, from + i).convertShape(VectorOperators.B2S, SHORTS, 0))
                    .lanewise(VectorOperators.AND, (short) 0xff);
            ((FloatVector) some.convertShape(VectorOperators.S2F, FLOATS, 0)).intoArray(levels, to + i);
            ((FloatVector) some.convertShape(VectorOperators.S2F, FLOATS, 1)).intoArray(levels, to + i + LANES);
        }
        ScalarFilter.widen(samples, from, end, count, levels, to);
    }

    @Override
    public void begin(float[] levels, int[] at, float[] weights, int count, float[] sums, int to) {
        int radius = at.length / 2;
        int centre = at[radius];
        int before1 = at[radius - 1];
        int after1 = at[radius + 1];
        int before2 = at[radius - 2];
        int after2 = at[radius + 2];
        float weight0 = weights[0];
        float weight1 = weights[1];
        float weight2 = weights[2];
        int end = FLOATS.loopBound(count);
        for (int i = 0; i < end; i += LANES) {
            load(levels, centre + i)
                    .mul(weight0)
                    .add(load(levels, before1 + i).add(load(levels, after1 + i)).mul(weight1))
                    .add(load(levels, before2 + i).add(load(levels, after2 + i)).mul(weight2))
                    .intoArray(sums, to + i);
        }
        ScalarFilter.begin(levels, at, weights, end, count, sums, to);
    }

    @Override
    public void extend(float[] levels, int[] at, float[] weights, int pair, int count, float[] sums, int to) {
        int radius = at.length / 2;
        int before1 = at[radius - pair];
        int after1 = at[radius + pair];
        int before2 = at[radius - pair - 1];
        int after2 = at[radius + pair + 1];
        float weight1 = weights[pair];
        float weight2 = weights[pair + 1];
        int end = FLOATS.loopBound(count);
        for (int i = 0; i < end; i += LANES) {
            load(sums, to + i)
                    .add(load(levels, before1 + i).add(load(levels, after1 + i)).mul(weight1))
                    .add(load(levels, before2 + i).add(load(levels, after2 + i)).mul(weight2))
                    .intoArray(sums, to + i);
        }
        ScalarFilter.extend(levels, at, weights, pair, end, count, sums, to);
    }

    @Override
    public void round(float[] levels, int from, int count, byte[] samples, int to) {
        int end = BYTES_FIT ? FLOATS.loopBound(count) : 0;
        for (int i = 0; i < end; i += LANES) {
            ((ByteVector) load(levels, from + i)
                            .add(TIE)
                            .add(ROUNDING)
                            .reinterpretAsInts()
                            .convertShape(VectorOperators.I2B, FEW_BYTES, 0))
                    .intoArray(samples, to + i);
        }
        ScalarFilter.round(levels, from, end, count, samples, to);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(FLOATS, values, at);
    }
}
