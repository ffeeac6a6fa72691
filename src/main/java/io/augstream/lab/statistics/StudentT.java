package io.augstream.lab.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/** Two-sided intervals and tests of a mean whose standard error was estimated, by Student's t. */
final class StudentT {
    private StudentT() {}

    /**
     * Of the mean's two-sided interval.
     *
     * @param degrees at least 1
     * @param level in (0, 1)
     */
    static double halfWidth(double standardError, int degrees, double level) {
        return new TDistribution(degrees).inverseCumulativeProbability((1 + level) / 2) * standardError;
    }

    /** The chance of a mean at least as far from 0, were the true one 0; {@code standardError} above 0. */
    static double p(double mean, double standardError, int degrees) {
        return 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(mean / standardError));
    }
}
