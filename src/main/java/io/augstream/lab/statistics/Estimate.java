package io.augstream.lab.statistics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A mean over seeds with its 95% interval by Student's t.
 *
 * @param halfWidth the interval is mean ± halfWidth; absent for a single seed, which tells nothing of the spread
 */
public record Estimate(double mean, OptionalDouble halfWidth) {
    private static final double LEVEL = 0.95;

    public Estimate {
        if (!Double.isFinite(mean) || (halfWidth.isPresent() && !(halfWidth.getAsDouble() >= 0))) {
            throw new IllegalArgumentException("not a mean with an interval: " + mean + " ± " + halfWidth);
        }
    }

    /** @param values one a seed, at least one, all finite */
    public static Estimate of(List<Double> values) {
        double mean = Moments.mean(values);
        if (values.size() == 1) {
            return new Estimate(mean, OptionalDouble.empty());
        }
        double standardError = Moments.deviation(values) / Math.sqrt(values.size());
        return of(mean, standardError, values.size() - 1);
    }

    static Estimate of(double mean, double standardError, int degrees) {
        return new Estimate(mean, OptionalDouble.of(StudentT.halfWidth(standardError, degrees, LEVEL)));
    }

    /** The interval's lower end. */
    public OptionalDouble low() {
        return halfWidth.isPresent() ? OptionalDouble.of(mean - halfWidth.getAsDouble()) : halfWidth;
    }

    /** The interval's upper end. */
    public OptionalDouble high() {
        return halfWidth.isPresent() ? OptionalDouble.of(mean + halfWidth.getAsDouble()) : halfWidth;
    }
}
