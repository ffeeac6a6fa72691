package io.augstream.pixel;

/**
 * The loops of a symmetric filter along rows or columns. A filter's taps are runs of the same length in one array: {@code at[radius]}
 * is where the run of the centre begins, {@code at[radius - t]} and {@code at[radius + t]} those of the pair t steps away, which
 * share {@code weights[t]}. The radius is even and at least 2, {@code at} has 2 · radius + 1 starts; a smaller filter is filled up
 * with weights of 0.
 *
 * <p>Each sum is that of float products in one order, the centre first, then pair by pair outwards, each product rounded
 * before it is added: no fused multiply-add, so a machine that lacks the instruction is as fast.
 */
interface FilterLoops {
    /** Samples 0..255 as floats. */
    void widen(byte[] samples, int from, int count, float[] levels, int to);

    /** Weighs the centre and the inner two pairs. */
    void begin(float[] levels, int[] at, float[] weights, int count, float[] sums, int to);

    /**
     * Adds two more pairs to the sums.
     *
     * @param pair number of the inner one, odd, 3 or more; the other is the next
     */
    void extend(float[] levels, int[] at, float[] weights, int pair, int count, float[] sums, int to);

    /** The nearest bytes of levels that lie in 0..255 but for rounding errors; {@value #TIE} decides ties upwards. */
    void round(float[] levels, int from, int count, byte[] samples, int to);

    /** Added before rounding, since the vector units round halves to even numbers; a few units in the last place of a level. */
    float TIE = 0x1p-16f;

    /** Added to a float below 2²² it leaves the nearest whole number in the low bits. */
    float ROUNDING = 0x1.8p23f;
}
