package io.augstream.lab.statistics;

import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.TDistribution;

/** What the two-sided paired t test can find. */
public final class Power {
    private static final double ACCURACY = 1e-9;
    private static final int MOST_EVALUATIONS = 200;

    private Power() {}

    /**
     * The chance that the test rejects.
     *
     * @param effect the true mean difference, in standard deviations of the differences
     * @param pairs at least 2
     * @param alpha the test's level, in (0, 1)
     */
    public static double of(double effect, int pairs, double alpha) {
        double critical = new TDistribution(pairs - 1).inverseCumulativeProbability(1 - alpha / 2);
        NoncentralT t = new NoncentralT(pairs - 1, effect * Math.sqrt(pairs));
        return 1 - t.cumulativeProbability(critical) + t.cumulativeProbability(-critical);
    }

    /**
     * The smallest true difference that the test finds with chance {@code power}.
     *
     * @param deviation the mean difference's standard error times √pairs: where seeds know nothing of each other the standard
     *     deviation of the differences, as seen
     * @param power above {@code alpha} and below 1
     * @return absent where the deviation is 0, which says nothing of what other seeds would have shown
     */
    public static OptionalDouble smallestEffect(double deviation, int pairs, double alpha, double power) {
        if (deviation == 0) {
            return OptionalDouble.empty();
        }
        UnivariateFunction missing = effect -> of(effect, pairs, alpha) - power;
        double enough = 1;
        while (missing.value(enough) < 0) {
            enough *= 2;
        }
        return OptionalDouble.of(deviation * new BrentSolver(ACCURACY).solve(MOST_EVALUATIONS, missing, 0, enough));
    }
}
