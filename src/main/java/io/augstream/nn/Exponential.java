package io.augstream.nn;

/**
 * e⁻ᵗ in single precision, of t that is not negative, to 2 units in the last place. The argument is reduced to r within ±½ ln 2
 * by e⁻ᵗ = 2ⁿ · eʳ (Cody and Waite, 1980); eʳ is a polynomial (S. Moshier, Cephes 2.2, 1992: expf).
 */
final class Exponential {
    /** e⁻ᵗ of what is larger is that of 87, 1.6e-38: below, numbers are no longer normal, and slow. */
    static final float LARGEST = 87f;

    static final float LOG2_E = 1.44269504f;

    /** ln 2 in two parts; n times the first is exact. */
    static final float LN2_HIGH = 0.693359375f;

    static final float LN2_LOW = -2.12194440e-4f;

    /** 1.5 · 2²³: adding it rounds to a whole number, which is then in the lowest bits. */
    static final float ROUNDER = 12582912f;

    static final int EXPONENT_SHIFT = 23;

    static final int BITS_OF_1 = 0x3f800000;

    /** (eʳ − 1 − r) / r², highest power first. */
    static final float[] SERIES = {
        1.9875691500e-4f, 1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f
    };

    private Exponential() {}

    static float ofMinus(float t) {
        float x = -Math.min(t, LARGEST);
        float rounded = Math.fma(x, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float series = SERIES[0];
        for (int i = 1; i < SERIES.length; i++) {
            series = Math.fma(series, r, SERIES[i]);
        }
        float power = Math.fma(series, r * r, r) + 1f;
        return power * Float.intBitsToFloat((Float.floatToRawIntBits(rounded) << EXPONENT_SHIFT) + BITS_OF_1);
    }
}
