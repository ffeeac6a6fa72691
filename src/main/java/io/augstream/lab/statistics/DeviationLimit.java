package io.augstream.lab.statistics;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * How large the true standard deviation may be, given a few values: (n − 1)s²/σ² follows χ² on n − 1 degrees of freedom.
 * Plans that rest on s itself are too small in half of all cases; Browne ("On the use of a pilot sample for sample size
 * determination", Statistics in Medicine 14, 1995) plans with this limit instead.
 */
public final class DeviationLimit {
    private DeviationLimit() {}

    /**
     * The upper end of the one-sided interval of the deviation, for normal values.
     *
     * @param deviation as seen, with n − 1 in the denominator
     * @param n how many values, at least 2
     * @param confidence in (0, 1)
     */
    public static double upper(double deviation, int n, double confidence) {
        double quantile = new ChiSquaredDistribution(n - 1).inverseCumulativeProbability(1 - confidence);
        return deviation * Math.sqrt((n - 1) / quantile);
    }
}
