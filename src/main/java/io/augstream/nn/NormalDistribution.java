package io.augstream.nn;

/** The standard normal distribution, to about the precision of a double and in the same bits everywhere. */
final class NormalDistribution {
    private static final double DENSITY_AT_0 = 0.3989422804014326779;

    /** Up to here the series loses less than three digits of the lower tail; beyond, the fraction converges fast. */
    private static final double SERIES_LIMIT = 3;

    private static final int FRACTION_TERMS = 40;

    /** Beyond it the tail is below the smallest double. */
    private static final double LIMIT = 39;

    private NormalDistribution() {}

    static double density(double x) {
        return DENSITY_AT_0 * StrictMath.exp(-0.5 * x * x);
    }

    /** Φ(x), the chance of a value below x; NaN of NaN. */
    static double below(double x) {
        if (Math.abs(x) < SERIES_LIMIT) {
            return 0.5 + density(x) * series(x);
        }
        if (Math.abs(x) > LIMIT) {
            return x < 0 ? 0 : 1;
        }
        double tail = density(x) / fraction(Math.abs(x));
        return x < 0 ? tail : 1 - tail;
    }

    /** x + x³/3 + x⁵/(3·5) + …: Marsaglia, "Evaluating the normal distribution", 2004. Its terms have one sign. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        double before = 0;
        for (int n = 3; sum != before; n += 2) {
            before = sum;
            term *= x * x / n;
            sum += term;
        }
        return sum;
    }

    /** Laplace's continued fraction x + 1/(x + 2/(x + 3/(x + …))), density over tail. */
    private static double fraction(double x) {
        double value = x;
        for (int n = FRACTION_TERMS; n > 0; n--) {
            value = x + n / value;
        }
        return value;
    }
}
