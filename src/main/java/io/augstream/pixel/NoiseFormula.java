package io.augstream.pixel;

/**
 * A standard normal number as a pure function of 64 key bits and a 32-bit index, in operations that a vector unit has: 32-bit
 * multiplications and shifts, conversions, fused multiply-adds. The vector loops do the same in the same order, so they give
 * the same bits.
 *
 * <p>1. The index is hashed by three rounds of multiply and xor-shift with the constants of Chris Wellons' {@code triple32}
 * (github.com/skeeto/hash-prospector, public domain); half of the key is added before the first round and the other half
 * mixed in before the second, so that the fields of two keys are not one field shifted. Two rounds are not enough:
 * correlations of 17 standard errors among 8 million numbers. The last xor-shift is left out, for it changes only bits that count
 * for less than 2⁻¹⁵.
 *
 * <p>2. Its upper 24 bits are a number x, uniform on the odd multiples of 2⁻²⁴ in (−1, 1); all are floats.
 *
 * <p>3. z = √2 erf⁻¹(x) is x times a smooth function of −log₂(1 − x²) (Giles, "Approximating the erfinv function", 2010), here a
 * polynomial of degree 7. The logarithm is that of the exponent plus a polynomial in the mantissa; both were fitted for the
 * least greatest error. Over all 2²⁴ x, z is within 0.0002 of the exact quantile up to 3 deviations and within 0.0006
 * everywhere, the distribution function within 4e-5; variance 1.000007, kurtosis 3.0000, largest 5.42.
 */
final class NoiseFormula {
    static final int SHIFT_1 = 17;
    static final int SHIFT_2 = 11;
    static final int SHIFT_3 = 15;
    static final int FACTOR_1 = 0xed5ad4bb;
    static final int FACTOR_2 = 0xac4c1b51;
    static final int FACTOR_3 = 0x31848bab;

    /** What is left of the hash are 24 bits with a sign: exact as a float, also with one half added. */
    static final int UNUSED_BITS = 8;

    static final float UNIT = 0x1p-23f;
    static final float HALF_UNIT = 0x1p-24f;

    static final int MANTISSA = 0x7fffff;
    static final int ONE = 0x3f800000;

    /** The bits of a float as a number are its exponent and, linearly, its mantissa: steps of 2⁻²³ of a logarithm. */
    static final float BITS_TO_LOG = -0x1p-23f;

    /**
     * Minus the logarithm of the mantissa m in [1, 2) less its linear part m − 1, lowest power first; the bias of the exponent
     * (127) and the sign bit (256 in units of the exponent), which is set in x² − 1, are in the constant.
     */
    static final float LOG_0 = -127.48714f;

    static final float LOG_1 = -3.0701096f;
    static final float LOG_2 = 2.1206942f;
    static final float LOG_3 = -0.6451507f;
    static final float LOG_4 = 0.08161717f;

    /** z / x as a polynomial in −log₂(1 − x²), lowest power first. */
    static final float QUANTILE_0 = 1.2539115f;

    static final float QUANTILE_1 = 0.22524257f;
    static final float QUANTILE_2 = 0.01006668f;
    static final float QUANTILE_3 = -0.002038778f;
    static final float QUANTILE_4 = 0.00014705994f;
    static final float QUANTILE_5 = -5.5322016e-06f;
    static final float QUANTILE_6 = 1.0498075e-07f;
    static final float QUANTILE_7 = -7.6966405e-10f;

    /** Added to a float below 2²² it leaves the nearest whole number in the low bits (Java rounds to nearest, always). */
    static final float ROUNDING = 0x1.8p23f;

    private NoiseFormula() {}

    /** The number of the field at {@code index}, uniform in (−1, 1). */
    static float uniform(int low, int high, int index) {
        int x = index + low;
        x = (x ^ x >>> SHIFT_1) * FACTOR_1;
        x = (x ^ x >>> SHIFT_2 ^ high) * FACTOR_2;
        x = (x ^ x >>> SHIFT_3) * FACTOR_3;
        return Math.fma((float) (x >> UNUSED_BITS), UNIT, HALF_UNIT);
    }

    /** Those of the numbers {@code from} to {@code count}, that of number 0 being at index {@code first}. */
    static void uniforms(int low, int high, int first, int from, int count, float[] uniforms) {
        for (int i = from; i < count; i++) {
            uniforms[i] = uniform(low, high, first + i);
        }
    }

    /** The standard normal number of a {@link #uniform} one, times {@code deviation}, rounded to the nearest whole number. */
    static short rounded(float x, float deviation) {
        return (short) Float.floatToRawIntBits(Math.fma(ratioOf(x), x * deviation, ROUNDING));
    }

    /** Those of the numbers {@code from} to {@code count}. */
    static void rounded(float[] uniforms, int from, int count, float deviation, short[] noise) {
        for (int i = from; i < count; i++) {
            noise[i] = rounded(uniforms[i], deviation);
        }
    }

    /** The standard normal number of a {@link #uniform} one. */
    static double deviate(float x) {
        return (double) ratioOf(x) * x;
    }

    private static float ratioOf(float x) {
        int bits = Float.floatToRawIntBits(Math.fma(x, x, -1f));
        return ratio(log(bits, Float.intBitsToFloat(bits & MANTISSA | ONE)));
    }

    /**
     * Minus the binary logarithm of 1 − x².
     *
     * @param bits those of x² − 1, as a number
     * @param m its mantissa, in [1, 2)
     */
    static float log(float bits, float m) {
        float log = Math.fma(m, LOG_4, LOG_3);
        log = Math.fma(log, m, LOG_2);
        log = Math.fma(log, m, LOG_1);
        log = Math.fma(log, m, LOG_0);
        return Math.fma(bits, BITS_TO_LOG, log);
    }

    /** z / x where that logarithm is {@code log}. */
    static float ratio(float log) {
        float ratio = Math.fma(log, QUANTILE_7, QUANTILE_6);
        ratio = Math.fma(ratio, log, QUANTILE_5);
        ratio = Math.fma(ratio, log, QUANTILE_4);
        ratio = Math.fma(ratio, log, QUANTILE_3);
        ratio = Math.fma(ratio, log, QUANTILE_2);
        ratio = Math.fma(ratio, log, QUANTILE_1);
        return Math.fma(ratio, log, QUANTILE_0);
    }
}
