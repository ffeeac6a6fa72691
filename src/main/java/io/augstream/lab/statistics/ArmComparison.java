package io.augstream.lab.statistics;

/**
 * An arm against the baseline, as {@link Verdicts} judges it.
 *
 * @param primary the primary metric, of which more is better
 * @param gap train minus test accuracy
 * @param identical whether every figure of every seed, these two among them, is exactly the baseline's
 */
public record ArmComparison(String arm, PairedComparison primary, PairedComparison gap, boolean identical) {}
