package io.augstream.lab.statistics;

import java.util.List;

/**
 * Paired comparisons of experiments that draw train <em>and</em> test images of each seed anew from one pool. The seeds'
 * test parts overlap, so that their differences are alike beyond what the arms do, and the plain t test finds effects that
 * are not there. Nadeau and Bengio ("Inference for the generalization error", Machine Learning 52, 2003) take the variance
 * of the mean as s²·(1/n + n_test/n_train) in place of s²/n.
 *
 * <p>It is not for experiments with a test split of their own.
 *
 * @param train images that a seed trains on, at least 1
 * @param test images that a seed is tested on, at least 1
 */
public record RedrawnPool(int train, int test) {
    public RedrawnPool {
        if (train < 1 || test < 1) {
            throw new IllegalArgumentException("train and test must be at least 1, got " + train + " and " + test);
        }
    }

    /**
     * The comparison with the corrected interval and p. Its deviation stays that of the differences as seen.
     *
     * @param arm and {@code baseline}: one value a seed, in the same order of seeds
     */
    public PairedComparison compare(List<Double> arm, List<Double> baseline) {
        return PairedComparison.of(arm, baseline, overlap());
    }

    /** The mean of one arm's values with its 95% interval, corrected in the same way. */
    public Estimate estimate(List<Double> values) {
        if (values.size() == 1) {
            return Estimate.of(values);
        }
        double standardError = PairedComparison.standardError(Moments.deviation(values), values.size(), overlap());
        return Estimate.of(Moments.mean(values), standardError, values.size() - 1);
    }

    private double overlap() {
        return (double) test / train;
    }
}
