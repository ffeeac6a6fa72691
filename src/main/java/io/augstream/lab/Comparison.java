package io.augstream.lab;

import io.augstream.lab.statistics.PairedComparison;
import java.util.OptionalDouble;

/**
 * An arm against the baseline by one metric.
 *
 * @param pHolm the paired t test's p after Holm's correction over all arms, metric by metric; absent for a single seed
 */
public record Comparison(String arm, String baseline, Metric metric, PairedComparison paired, OptionalDouble pHolm) {}
