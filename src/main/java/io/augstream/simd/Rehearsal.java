package io.augstream.simd;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.B2S;
import static jdk.incubator.vector.VectorOperators.I2B;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.I2S;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.S2B;
import static jdk.incubator.vector.VectorOperators.S2F;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Calls the kinds of vector operation by turns before any loop runs, so that the virtual machine never sees one kind alone.
 *
 * <p>All operations share a method ({@code VectorOperators.opCode}), which C2 of Java 17 compiles for the kinds that it has
 * seen: without this, for the fused multiply-adds of the first products. Another kind then makes it a trap, some five of
 * them until it is compiled for all. Wherever the method is inlined its traps count, and with more than 100 (PerMethodTrapLimit) C2
 * no longer trusts the type of anything: a tile of 24 multiply-adds works on vectors that lie on the heap, and a training is
 * 3.4 times slower to its end. That was so in one start of eight; how many traps there were hung on the moment of a compilation.
 * So all kinds that any package uses are here.
 */
public final class Rehearsal {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> FEW_SHORTS =
            VectorSpecies.of(short.class, shape(INTS.vectorBitSize() / 2));
    private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, shape(SHORTS.vectorBitSize() / 2));
    private static final VectorSpecies<Byte> FEW_BYTES = VectorSpecies.of(byte.class, shape(INTS.vectorBitSize() / 4));

    /** C2 compiles a method after 5,000 calls that were watched, and watching begins some hundreds of calls late. */
    private static final int ROUNDS = 1500;

    private Rehearsal() {}

    private static VectorShape shape(int bits) {
        return VectorShape.forBitSize(Math.max(64, bits));
    }

    /** Once a process, whoever asks first; later calls find it done. */
    public static void run() {
        if (Done.SUM != 0) {
            throw new AssertionError("what was rehearsed came to " + Done.SUM);
        }
    }

    private static final class Done {
        static final float SUM = sum();

        private Done() {}
    }

    /** Adds up to 0; so that nothing is optimised away. */
    private static float sum() {
        float sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            sum += floats() + ints() + longs() + shorts() + bytes();
        }
        return sum;
    }

    private static float floats() {
        FloatVector one = FloatVector.broadcast(FLOATS, 1f);
        FloatVector two = one.fma(one, one);
        VectorMask<Float> larger = two.compare(VectorOperators.GT, one);
        FloatVector minusOne = one.sub(two).abs().neg();
        IntVector bits = two.mul(one).reinterpretAsInts();
        return two.blend(one, larger).add(minusOne).lane(0) + bits.sub(bits).lane(0);
    }

    private static float ints() {
        IntVector x = IntVector.zero(INTS).addIndex(1).add(7);
        x = x.lanewise(XOR, x.lanewise(LSHR, 3)).mul(5).lanewise(ASHR, 1);
        x = x.and(0xff)
                .or(x.lanewise(LSHL, 2))
                .lanewise(XOR, 9)
                .lanewise(AND, 3)
                .max(0)
                .min(3);
        FloatVector floats = (FloatVector) x.convertShape(I2F, FLOATS, 0);
        ShortVector shorts = (ShortVector) x.convertShape(I2S, FEW_SHORTS, 0);
        ByteVector bytes = (ByteVector) x.convertShape(I2B, FEW_BYTES, 0);
        return 2 * floats.lane(0) - shorts.lane(0) - bytes.lane(0);
    }

    private static float longs() {
        LongVector x = LongVector.broadcast(LONGS, 6).addIndex(1).sub(2).mul(3).add(1);
        IntVector low = x.lanewise(LSHR, 1)
                .and(0xff)
                .or(x.lanewise(LSHL, 8).and(~0xffL))
                .reinterpretAsInts();
        return low.and(0).add(low.sub(low)).reinterpretAsLongs().lane(0);
    }

    private static float shorts() {
        ByteVector levels = ByteVector.broadcast(BYTES, (byte) 3);
        ShortVector wide = ((ShortVector) levels.convertShape(B2S, SHORTS, 0)).lanewise(AND, (short) 0xff);
        FloatVector floats = (FloatVector) wide.convertShape(S2F, FLOATS, 0);
        FloatVector more = (FloatVector) wide.convertShape(S2F, FLOATS, 1);
        ShortVector sum = wide.add(wide).max((short) 0).min((short) 255);
        ByteVector back = (ByteVector) sum.convertShape(S2B, BYTES, 0);
        return floats.lane(0) + more.lane(0) - back.lane(0);
    }

    private static float bytes() {
        ByteVector levels = ByteVector.zero(BYTES).addIndex(1);
        VectorShuffle<Byte> same = VectorShuffle.iota(BYTES, 0, 1, false);
        return levels.rearrange(same).lane(0);
    }
}
