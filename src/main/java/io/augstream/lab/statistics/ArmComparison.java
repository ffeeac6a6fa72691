package io.augstream.lab.statistics;

/**
 * An arm against the baseline, as {@link Verdicts} judges it.
 *
 * @param testAccuracy the primary metric
 * @param gap train minus test accuracy
 * @param identical whether every figure of every seed, these two among them, is exactly the baseline's
 */
public record ArmComparison(String arm, PairedComparison testAccuracy, PairedComparison gap, boolean identical) {}
