package io.augstream.nn;

/**
 * The smooth activations in single precision, value by value. {@link VectorActivation} does the same operations in the
 * same order, none of which is left to a library or to the compiler: so the same bits everywhere.
 *
 * <p>Everything comes from e = e⁻ᵗ of a t that is not negative, which neither overflows nor, in 1 + e, cancels. Not a
 * number stays so.
 */
final class SmoothFormulas {
    static final float SQRT_HALF = 0.70710678f;

    /** The density of the standard normal distribution at 0, 1/√(2π). */
    static final float DENSITY_AT_0 = 0.39894228f;

    /** Below it, tanh is a polynomial: (1 − e) / (1 + e) would cancel. */
    static final float TANH_SMALL = 0.625f;

    /** (tanh x − x) / x³ of small x, in powers of x², highest first (S. Moshier, Cephes 2.2, 1992: tanhf). */
    static final float[] TANH = {
        -5.70498872745e-3f, 2.06390887954e-2f, -5.37397155531e-2f, 1.33314422036e-1f, -3.33332819422e-1f
    };

    /** The upper tail of the error function over e⁻ᶻ², in powers of 1 / (1 + pz), highest first: error below 1.5e-7 (Abramowitz and Stegun, 7.1.26). */
    static final float[] TAIL = {1.061405429f, -1.453152027f, 1.421413741f, -0.284496736f, 0.254829592f};

    static final float TAIL_P = 0.3275911f;

    private SmoothFormulas() {}

    static float value(SmoothActivation activation, float x) {
        return switch (activation) {
            case SIGMOID -> logistic(x);
            case TANH -> tanh(x);
            case GELU -> x * below(x, Exponential.ofMinus(0.5f * x * x));
            case SILU -> x * logistic(x);
        };
    }

    static float derivative(SmoothActivation activation, float x) {
        return switch (activation) {
            case SIGMOID -> logisticSlope(Exponential.ofMinus(Math.abs(x)));
            case TANH -> 4 * logisticSlope(Exponential.ofMinus(2 * Math.abs(x)));
            case GELU -> geluSlope(x, Exponential.ofMinus(0.5f * x * x));
            case SILU -> siluSlope(x);
        };
    }

    private static float logistic(float x) {
        float e = Exponential.ofMinus(Math.abs(x));
        return (x < 0 ? e : 1f) / (1f + e);
    }

    /** σ(1 − σ), where e = e⁻ˣ or eˣ: it is the same of both. */
    private static float logisticSlope(float e) {
        float sum = 1f + e;
        return e / (sum * sum);
    }

    private static float siluSlope(float x) {
        float e = Exponential.ofMinus(Math.abs(x));
        float sum = 1f + e;
        return Math.fma(x, e / (sum * sum), (x < 0 ? e : 1f) / sum);
    }

    private static float tanh(float x) {
        float size = Math.abs(x);
        float e = Exponential.ofMinus(2 * size);
        float large = Math.copySign((1f - e) / (1f + e), x);
        float square = x * x;
        float small = Math.fma(x * square, polynomial(TANH, square), x);
        return size < TANH_SMALL ? small : large;
    }

    /** Φ(x), the standard normal distribution function, where e = e^(−x²/2). */
    private static float below(float x, float e) {
        float t = 1f / Math.fma(TAIL_P * SQRT_HALF, Math.abs(x), 1f);
        float tail = 0.5f * e * t * polynomial(TAIL, t);
        return x < 0 ? tail : 1f - tail;
    }

    private static float geluSlope(float x, float e) {
        return Math.fma(x, DENSITY_AT_0 * e, below(x, e));
    }

    private static float polynomial(float[] coefficients, float x) {
        float sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = Math.fma(sum, x, coefficients[i]);
        }
        return sum;
    }
}
