package io.augstream.pixel;

import java.util.stream.IntStream;

/**
 * {@link NoiseFormula} in loops that C2 of Java 17 makes vectors of by itself, without the Vector API: of arrays of one type, each at the
 * counter's index. Conversions and the bits of floats it takes one by one, so these have loops of their own.
 */
final class ScalarNoise implements NoiseLoops {
    /** A counter's values become vectors from an array only. */
    private static final int[] NUMBERS = IntStream.range(0, NoiseScratch.LENGTH).toArray();

    @Override
    public void uniforms(int low, int high, int first, int count, NoiseScratch room) {
        hashes(first + low, high, count, room.hashes);
        uniforms(room.hashes, count, room.uniforms);
    }

    @Override
    public void rounded(NoiseScratch room, int count, float deviation) {
        split(room.uniforms, count, room.bits, room.mantissas);
        normals(room, count, deviation, room.normals);
        wholes(room.normals, count, room.noise);
    }

    private static void hashes(int start, int high, int count, int[] hashes) {
        for (int i = 0; i < count; i++) {
            int x = NUMBERS[i] + start;
            x = (x ^ x >>> NoiseFormula.SHIFT_1) * NoiseFormula.FACTOR_1;
            x = (x ^ x >>> NoiseFormula.SHIFT_2 ^ high) * NoiseFormula.FACTOR_2;
            x = (x ^ x >>> NoiseFormula.SHIFT_3) * NoiseFormula.FACTOR_3;
            hashes[i] = x >> NoiseFormula.UNUSED_BITS;
        }
    }

    private static void uniforms(int[] hashes, int count, float[] uniforms) {
        for (int i = 0; i < count; i++) {
            uniforms[i] = Math.fma((float) hashes[i], NoiseFormula.UNIT, NoiseFormula.HALF_UNIT);
        }
    }

    /** Of x² − 1, all bits as a number, and the mantissa. */
    private static void split(float[] uniforms, int count, float[] bits, float[] mantissas) {
        for (int i = 0; i < count; i++) {
            int all = Float.floatToRawIntBits(Math.fma(uniforms[i], uniforms[i], -1f));
            bits[i] = all;
            mantissas[i] = Float.intBitsToFloat(all & NoiseFormula.MANTISSA | NoiseFormula.ONE);
        }
    }

    private static void normals(NoiseScratch room, int count, float deviation, float[] normals) {
        float[] uniforms = room.uniforms;
        float[] bits = room.bits;
        float[] mantissas = room.mantissas;
        for (int i = 0; i < count; i++) {
            float log = NoiseFormula.log(bits[i], mantissas[i]);
            normals[i] = Math.fma(NoiseFormula.ratio(log), uniforms[i] * deviation, NoiseFormula.ROUNDING);
        }
    }

    private static void wholes(float[] normals, int count, short[] noise) {
        for (int i = 0; i < count; i++) {
            noise[i] = (short) Float.floatToRawIntBits(normals[i]);
        }
    }

    @Override
    public void add(byte[] from, int at, short[] noise, int count, byte[] to, int toAt) {
        add(from, at, noise, 0, count, to, toAt);
    }

    static void add(byte[] from, int at, short[] noise, int first, int count, byte[] to, int toAt) {
        for (int i = first; i < count; i++) {
            to[toAt + i] = sum(from[at + i], noise[i]);
        }
    }

    static byte sum(byte level, short noise) {
        return (byte) Math.max(0, Math.min(255, (level & 0xff) + noise));
    }
}
