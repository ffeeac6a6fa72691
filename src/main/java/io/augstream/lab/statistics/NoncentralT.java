package io.augstream.lab.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * The noncentral t distribution, which commons-math3 lacks: T = (Z + δ)/S with Z standard normal and S² = χ²_ν/ν
 * independent of it. So P(T ≤ t) = E Φ(tS − δ), an integral over the density of S, taken here by Simpson's rule.
 *
 * @param degrees ν, at least 1
 * @param noncentrality δ
 */
record NoncentralT(int degrees, double noncentrality) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    /** S lies within this many of its standard deviations, about 1/√(2ν), of 1 but for a chance below 1e-15. */
    private static final double REACH = 12;
    /** Leaves an error of 1e-8 for one degree of freedom, where t reaches furthest, and far less for more. */
    private static final int STEPS = 2000;

    NoncentralT {
        if (degrees < 1) {
            throw new IllegalArgumentException("degrees must be at least 1, got " + degrees);
        }
    }

    /** P(T ≤ t). */
    double cumulativeProbability(double t) {
        return expectation(s -> NORMAL.cumulativeProbability(t * s - noncentrality));
    }

    private double expectation(DoubleUnaryOperator function) {
        double reach = REACH / Math.sqrt(2.0 * degrees);
        double from = Math.max(0, 1 - reach);
        double step = (1 + reach - from) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double s = from + i * step;
            int weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * density(s) * function.applyAsDouble(s);
        }
        return sum * step / 3;
    }

    /** The density of S: 2 (ν/2)^(ν/2) / Γ(ν/2) · s^(ν−1) · exp(−νs²/2). */
    private double density(double s) {
        double half = degrees / 2.0;
        double power = degrees == 1 ? 0 : (degrees - 1) * Math.log(s);
        return 2 * Math.exp(half * Math.log(half) - Gamma.logGamma(half) + power - half * s * s);
    }
}
