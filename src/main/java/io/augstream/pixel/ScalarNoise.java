package io.augstream.pixel;

/** {@link NoiseFormula}, number by number. */
final class ScalarNoise implements NoiseLoops {
    @Override
    public void uniforms(int low, int high, int first, int count, float[] uniforms) {
        uniforms(low, high, first, 0, count, uniforms);
    }

    static void uniforms(int low, int high, int first, int from, int count, float[] uniforms) {
        for (int i = from; i < count; i++) {
            uniforms[i] = NoiseFormula.uniform(low, high, first + i);
        }
    }

    @Override
    public void rounded(float[] uniforms, int count, float deviation, short[] noise) {
        rounded(uniforms, 0, count, deviation, noise);
    }

    static void rounded(float[] uniforms, int from, int count, float deviation, short[] noise) {
        for (int i = from; i < count; i++) {
            noise[i] = NoiseFormula.rounded(uniforms[i], deviation);
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
