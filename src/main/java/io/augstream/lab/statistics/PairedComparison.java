package io.augstream.lab.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Two arms compared seed by seed: the mean difference with its 95% interval and the two-sided p of the paired t test.
 *
 * <p>Where all differences are equal, t has no spread to divide by. All zero means no difference at all: p = 1 and the
 * interval [0, 0]. All equal to another number is what an effect without noise gives, and what a few seeds of coarse figures,
 * such as accuracies on few images, may give by chance: the number itself is the interval, and p is that of exact sign flips,
 * 2/2ⁿ, which needs no spread; where seeds overlap nothing is known of it, and p = 1.
 *
 * <p>Differences are rounded to 1e-12. Accuracies are ratios of counts, and without it 0.3 − 0.2 and 0.2 − 0.1 would
 * count as different, and a handful of rounding errors could pass for an effect.
 *
 * @param differences arm minus baseline, one a seed
 * @param deviation the standard deviation of the differences; 0 for a single seed
 * @param overlap what seeds share: the mean's variance is deviation² · (1/n + overlap), 0 where they know nothing of each other, and
 *     otherwise as {@link RedrawnPool} tells
 * @param p absent for a single seed
 */
public record PairedComparison(
        List<Double> differences, Estimate difference, double deviation, OptionalDouble p, double overlap) {
    private static final double GRAIN = 1e-12;

    public PairedComparison {
        differences = List.copyOf(differences);
    }

    /** @param arm and {@code baseline}: one value a seed, in the same order of seeds */
    public static PairedComparison of(List<Double> arm, List<Double> baseline) {
        return of(arm, baseline, 0);
    }

    static PairedComparison of(List<Double> arm, List<Double> baseline, double overlap) {
        List<Double> differences = differences(arm, baseline);
        double mean = Moments.mean(differences);
        double deviation = Moments.deviation(differences);
        int degrees = differences.size() - 1;
        if (degrees == 0) {
            Estimate alone = new Estimate(mean, OptionalDouble.empty());
            return new PairedComparison(differences, alone, deviation, OptionalDouble.empty(), overlap);
        }
        double standardError = standardError(deviation, differences.size(), overlap);
        Estimate difference = Estimate.of(mean, standardError, degrees);
        double p = deviation == 0
                ? (mean == 0 || overlap > 0 ? 1 : Math.pow(2, -degrees))
                : StudentT.p(mean, standardError, degrees);
        return new PairedComparison(differences, difference, deviation, OptionalDouble.of(p), overlap);
    }

    /** Of the mean difference. */
    public double standardError() {
        return standardError(deviation, pairs(), overlap);
    }

    static double standardError(double deviation, int pairs, double overlap) {
        return deviation * Math.sqrt(1.0 / pairs + overlap);
    }

    public int pairs() {
        return differences.size();
    }

    private static List<Double> differences(List<Double> arm, List<Double> baseline) {
        if (arm.size() != baseline.size()) {
            throw new IllegalArgumentException(arm.size() + " values cannot be paired with " + baseline.size());
        }
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < arm.size(); i++) {
            differences.add(Math.rint((arm.get(i) - baseline.get(i)) / GRAIN) * GRAIN);
        }
        return differences;
    }
}
