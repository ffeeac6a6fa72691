package io.augstream.random;

/**
 * The quantile function of the Poisson distribution. Only exactly defined arithmetic and {@link StrictMath}, so the same
 * bits on every Java version.
 */
public final class Poisson {
    /** Above this mean the expansion is closer than the sum's cost is worth. */
    private static final double SUMMED_UP_TO = 10;

    private Poisson() {}

    /**
     * The smallest count that a Poisson number of {@code mean} does not exceed with chance {@code p}.
     *
     * <p>Exact up to a mean of 10; above by an asymptotic expansion, which gives the neighbouring count for less than one
     * {@code p} in a thousand.
     *
     * @param mean at least 0
     * @param p in [0, 1)
     */
    public static double quantile(double mean, double p) {
        return mean <= SUMMED_UP_TO ? summed(mean, p) : expanded(mean, p);
    }

    private static double summed(double mean, double p) {
        double term = StrictMath.exp(-mean);
        double sum = term;
        int count = 0;
        // The sum may end a rounding error below p: by then the terms no longer change it.
        while (sum < p && sum + term != sum) {
            count++;
            term *= mean / count;
            sum += term;
        }
        return count;
    }

    /** Giles, "Algorithm 955: approximation of the inverse Poisson cumulative distribution function", 2016. */
    private static double expanded(double mean, double p) {
        double z = Gaussian.quantile(Math.max(p, 0x1.0p-54));
        double root = Math.sqrt(mean);
        double squared = z * z;
        double count = mean
                + root * z
                + (2 + squared) / 6
                - z * (2 + squared) / (72 * root)
                + (-16 + 7 * squared + 3 * squared * squared) / (810 * mean);
        return Math.max(0, Math.floor(count));
    }
}
