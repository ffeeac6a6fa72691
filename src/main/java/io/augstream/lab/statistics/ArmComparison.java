package io.augstream.lab.statistics;

/**
 * An arm against the baseline, as {@link Verdicts} judges it.
 *
 * @param primary the primary metric
 * @param gap train minus test accuracy
 * @param identical whether every figure of every seed, these two among them, is exactly the baseline's
 * @param lessIsBetter of the primary metric, as of a loss
 */
public record ArmComparison(
        String arm, PairedComparison primary, PairedComparison gap, boolean identical, boolean lessIsBetter) {
    /** By a primary metric of which more is better. */
    public ArmComparison(String arm, PairedComparison primary, PairedComparison gap, boolean identical) {
        this(arm, primary, gap, identical, false);
    }

    /** Whether the arm's mean of the primary metric is better than the baseline's. */
    boolean isBetter() {
        double difference = primary.difference().mean();
        return lessIsBetter ? difference < 0 : difference > 0;
    }
}
