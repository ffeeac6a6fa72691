package io.augstream.lab;

import io.augstream.lab.statistics.ArmComparison;
import io.augstream.lab.statistics.ArmVerdict;
import io.augstream.lab.statistics.VerdictRule;
import io.augstream.lab.statistics.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * An experiment's figures and what they say.
 *
 * @param arms in the order of the settings
 * @param comparisons test accuracy, then gap, of each arm against the baseline
 * @param verdicts one for each arm but the baseline; none with fewer than {@link Verdicts#LEAST_SEEDS} seeds
 * @param rule by which they were reached
 */
public record ExperimentResult(
        String name,
        DataSummary data,
        List<ArmResult> arms,
        List<Comparison> comparisons,
        List<ArmVerdict> verdicts,
        VerdictRule rule) {
    public ExperimentResult {
        arms = List.copyOf(arms);
        comparisons = List.copyOf(comparisons);
        verdicts = List.copyOf(verdicts);
    }

    /** Compares and judges the arms, of which {@link Arm#BASELINE} must be one. */
    public static ExperimentResult of(String name, DataSummary data, List<ArmResult> arms, VerdictRule rule) {
        ArmResult baseline = baseline(arms);
        List<ArmComparison> others =
                others(arms).map(arm -> arm.against(baseline)).toList();
        return new ExperimentResult(name, data, arms, comparisons(others), Verdicts.of(others, rule), rule);
    }

    public ArmResult baseline() {
        return baseline(arms);
    }

    public List<Long> seeds() {
        return arms.get(0).runs().stream().map(RunResult::seed).toList();
    }

    public int epochs() {
        return arms.get(0).runs().get(0).epochs().size();
    }

    /** Absent for the baseline, and for all where there are no verdicts. */
    public Optional<ArmVerdict> verdict(String arm) {
        return verdicts.stream().filter(verdict -> verdict.arm().equals(arm)).findFirst();
    }

    /** Absent for the baseline and for metrics without a test. */
    public Optional<Comparison> comparison(String arm, Metric metric) {
        return comparisons.stream()
                .filter(comparison -> comparison.arm().equals(arm) && comparison.metric() == metric)
                .findFirst();
    }

    private static ArmResult baseline(List<ArmResult> arms) {
        return arms.stream()
                .filter(arm -> arm.name().equals(Arm.BASELINE))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no arm is called '" + Arm.BASELINE + "'"));
    }

    private static Stream<ArmResult> others(List<ArmResult> arms) {
        return arms.stream().filter(arm -> !arm.name().equals(Arm.BASELINE));
    }

    private static List<Comparison> comparisons(List<ArmComparison> arms) {
        List<OptionalDouble> primaryP = Verdicts.holm(arms, ArmComparison::primary);
        List<OptionalDouble> gapP = Verdicts.holm(arms, ArmComparison::gap);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            ArmComparison arm = arms.get(i);
            comparisons.add(
                    new Comparison(arm.arm(), Arm.BASELINE, Metric.TEST_ACCURACY, arm.primary(), primaryP.get(i)));
            comparisons.add(new Comparison(arm.arm(), Arm.BASELINE, Metric.GAP, arm.gap(), gapP.get(i)));
        }
        return comparisons;
    }
}
