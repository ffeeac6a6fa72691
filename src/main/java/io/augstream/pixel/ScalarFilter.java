package io.augstream.pixel;

/** Sample by sample. */
final class ScalarFilter implements FilterLoops {
    @Override
    public void widen(byte[] samples, int from, int count, float[] levels, int to) {
        widen(samples, from, 0, count, levels, to);
    }

    static void widen(byte[] samples, int from, int first, int count, float[] levels, int to) {
        for (int i = first; i < count; i++) {
            levels[to + i] = samples[from + i] & 0xff;
        }
    }

    @Override
    public void begin(float[] levels, int[] at, float[] weights, int count, float[] sums, int to) {
        begin(levels, at, weights, 0, count, sums, to);
    }

    static void begin(float[] levels, int[] at, float[] weights, int first, int count, float[] sums, int to) {
        int radius = at.length / 2;
        int centre = at[radius];
        int before1 = at[radius - 1];
        int after1 = at[radius + 1];
        int before2 = at[radius - 2];
        int after2 = at[radius + 2];
        float weight0 = weights[0];
        float weight1 = weights[1];
        float weight2 = weights[2];
        for (int i = first; i < count; i++) {
            float sum = weight0 * levels[centre + i];
            sum += weight1 * (levels[before1 + i] + levels[after1 + i]);
            sums[to + i] = sum + weight2 * (levels[before2 + i] + levels[after2 + i]);
        }
    }

    @Override
    public void extend(float[] levels, int[] at, float[] weights, int pair, int count, float[] sums, int to) {
        extend(levels, at, weights, pair, 0, count, sums, to);
    }

    static void extend(
            float[] levels, int[] at, float[] weights, int pair, int first, int count, float[] sums, int to) {
        int radius = at.length / 2;
        int before1 = at[radius - pair];
        int after1 = at[radius + pair];
        int before2 = at[radius - pair - 1];
        int after2 = at[radius + pair + 1];
        float weight1 = weights[pair];
        float weight2 = weights[pair + 1];
        for (int i = first; i < count; i++) {
            float sum = sums[to + i] + weight1 * (levels[before1 + i] + levels[after1 + i]);
            sums[to + i] = sum + weight2 * (levels[before2 + i] + levels[after2 + i]);
        }
    }

    @Override
    public void round(float[] levels, int from, int count, byte[] samples, int to) {
        round(levels, from, 0, count, samples, to);
    }

    static void round(float[] levels, int from, int first, int count, byte[] samples, int to) {
        for (int i = first; i < count; i++) {
            samples[to + i] = (byte) Float.floatToRawIntBits(levels[from + i] + TIE + ROUNDING);
        }
    }
}
