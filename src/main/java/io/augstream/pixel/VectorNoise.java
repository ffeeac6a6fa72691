package io.augstream.pixel;

import io.augstream.simd.Rehearsal;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link NoiseFormula} with the Vector API.
 *
 * <p>Hash and quantile are two loops with a small array between them, for in one, the method is too large for Java 17: it leaves vectors
 * on the heap and takes ten times as long.
 */
final class VectorNoise implements NoiseLoops {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    /** As many lanes as there are floats. */
    private static final VectorSpecies<Short> FEW_SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(INTS.vectorBitSize() / 2));
    /** As many lanes as there are shorts. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));

    private static final IntVector LANE_NUMBERS = IntVector.zero(INTS).addIndex(1);

    static {
        Rehearsal.run();
    }

    @Override
    public void uniforms(int low, int high, int first, int count, NoiseScratch room) {
        float[] uniforms = room.uniforms;
        int start = first + low;
        int end = INTS.loopBound(count);
        for (int i = 0; i < end; i += INTS.length()) {
            IntVector x = LANE_NUMBERS.add(start + i);
            x = shifted(x, NoiseFormula.SHIFT_1).mul(NoiseFormula.FACTOR_1);
            x = shifted(x, NoiseFormula.SHIFT_2)
                    .lanewise(VectorOperators.XOR, high)
                    .mul(NoiseFormula.FACTOR_2);
            x = shifted(x, NoiseFormula.SHIFT_3).mul(NoiseFormula.FACTOR_3);
            toFloats(x.lanewise(VectorOperators.ASHR, NoiseFormula.UNUSED_BITS))
                    .fma(all(NoiseFormula.UNIT), all(NoiseFormula.HALF_UNIT))
                    .intoArray(uniforms, i);
        }
        NoiseFormula.uniforms(low, high, first, end, count, uniforms);
    }

    private static IntVector shifted(IntVector x, int shift) {
        return x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, shift));
    }

    @Override
    public void rounded(NoiseScratch room, int count, float deviation) {
        float[] uniforms = room.uniforms;
        short[] noise = room.noise;
        int end = FLOATS.loopBound(count);
        for (int i = 0; i < end; i += FLOATS.length()) {
            FloatVector x = FloatVector.fromArray(FLOATS, uniforms, i);
            FloatVector log = log(x.fma(x, all(-1f)).reinterpretAsInts());
            FloatVector ratio = log.fma(all(NoiseFormula.QUANTILE_7), all(NoiseFormula.QUANTILE_6));
            ratio = ratio.fma(log, all(NoiseFormula.QUANTILE_5));
            ratio = ratio.fma(log, all(NoiseFormula.QUANTILE_4));
            ratio = ratio.fma(log, all(NoiseFormula.QUANTILE_3));
            ratio = ratio.fma(log, all(NoiseFormula.QUANTILE_2));
            ratio = ratio.fma(log, all(NoiseFormula.QUANTILE_1));
            ratio = ratio.fma(log, all(NoiseFormula.QUANTILE_0));
            IntVector whole =
                    ratio.fma(x.mul(deviation), all(NoiseFormula.ROUNDING)).reinterpretAsInts();
            ((ShortVector) whole.convertShape(VectorOperators.I2S, FEW_SHORTS, 0)).intoArray(noise, i);
        }
        NoiseFormula.rounded(uniforms, end, count, deviation, noise);
    }

    /** The bits are those of x² − 1. */
    private static FloatVector log(IntVector bits) {
        FloatVector m = bits.lanewise(VectorOperators.AND, NoiseFormula.MANTISSA)
                .lanewise(VectorOperators.OR, NoiseFormula.ONE)
                .reinterpretAsFloats();
        FloatVector log = m.fma(all(NoiseFormula.LOG_4), all(NoiseFormula.LOG_3));
        log = log.fma(m, all(NoiseFormula.LOG_2));
        log = log.fma(m, all(NoiseFormula.LOG_1));
        log = log.fma(m, all(NoiseFormula.LOG_0));
        return toFloats(bits).fma(all(NoiseFormula.BITS_TO_LOG), log);
    }

    private static FloatVector toFloats(IntVector x) {
        return (FloatVector) x.convertShape(VectorOperators.I2F, FLOATS, 0);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    @Override
    public void add(byte[] from, int at, short[] noise, int count, byte[] to, int toAt) {
        int end = SHORTS.loopBound(count);
        for (int i = 0; i < end; i += SHORTS.length()) {
            ShortVector sum = ((ShortVector)
                            ByteVector.fromArray(BYTES, from, at + i).convertShape(VectorOperators.B2S, SHORTS, 0))
                    .lanewise(VectorOperators.AND, (short) 0xff)
                    .add(ShortVector.fromArray(SHORTS, noise, i))
                    .max((short) 0)
                    .min((short) 255);
            ((ByteVector) sum.convertShape(VectorOperators.S2B, BYTES, 0)).intoArray(to, toAt + i);
        }
        ScalarNoise.add(from, at, noise, end, count, to, toAt);
    }
}
