package io.augstream.lab;

import io.augstream.lab.statistics.ArmComparison;
import io.augstream.lab.statistics.ArmVerdict;
import io.augstream.lab.statistics.VerdictRule;
import io.augstream.lab.statistics.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * An experiment's figures and what they say.
 *
 * @param baseline the arm that the others are compared with
 * @param arms in the order of the settings
 * @param primary what verdicts rest on first
 * @param comparisons the primary metric, then the gap where that is another, of each arm against the baseline
 * @param verdicts one for each arm but the baseline; none with fewer than {@link Verdicts#LEAST_SEEDS} seeds
 * @param rule by which they were reached
 * @param claims answered, in the order of the file
 * @param worth how many images arms are worth; none where the file does not ask
 */
public record ExperimentResult(
        String name,
        DataSummary data,
        ArmResult baseline,
        Metric primary,
        List<ArmResult> arms,
        List<Comparison> comparisons,
        List<ArmVerdict> verdicts,
        VerdictRule rule,
        List<ClaimResult> claims,
        List<WorthResult> worth) {
    public ExperimentResult {
        arms = List.copyOf(arms);
        comparisons = List.copyOf(comparisons);
        verdicts = List.copyOf(verdicts);
        claims = List.copyOf(claims);
        worth = List.copyOf(worth);
    }

    /**
     * Compares and judges the arms.
     *
     * @param baselineName one of the arms' names
     * @param primary what verdicts rest on first
     * @param rule for verdicts
     * @param claims of the arms
     */
    public static ExperimentResult of(
            String name,
            DataSummary data,
            String baselineName,
            Metric primary,
            VerdictRule rule,
            List<Claim> claims,
            List<ArmResult> arms) {
        ArmResult baseline = arms.stream()
                .filter(arm -> arm.name().equals(baselineName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no arm is called '" + baselineName + "'"));
        List<ArmComparison> others = arms.stream()
                .filter(arm -> !arm.name().equals(baselineName))
                .map(arm -> arm.judgedAgainst(baseline, primary))
                .toList();
        return new ExperimentResult(
                name,
                data,
                baseline,
                primary,
                arms,
                comparisons(baselineName, primary, others),
                Verdicts.of(others, rule),
                rule,
                ClaimResult.of(claims, arms),
                List.of());
    }

    /** The same, with what the arms that are asked about are worth in images. */
    public ExperimentResult valued(WorthSettings asked) {
        return new ExperimentResult(
                name, data, baseline, primary, arms, comparisons, verdicts, rule, claims, WorthResult.of(asked, arms));
    }

    /** Whether seeds were added after a look at results, so that p and intervals no longer keep their levels. */
    public boolean isExploratory() {
        return rule.exploratory();
    }

    public List<Long> seeds() {
        return arms.get(0).runs().stream().map(RunResult::seed).toList();
    }

    /** How many epochs each run has; absent where runs differ in it. */
    public OptionalInt epochs() {
        List<Integer> counts = runs().map(run -> run.epochs().size()).distinct().toList();
        return counts.size() == 1 ? OptionalInt.of(counts.get(0)) : OptionalInt.empty();
    }

    /** Which epoch's figures count, in words behind "the". */
    public String figuresOf() {
        if (runs().allMatch(run -> run.chosen().isEmpty())) {
            return "last epoch";
        }
        return runs().allMatch(run -> run.chosen().isPresent())
                ? "epoch that validation chose"
                : "last epoch or the one that validation chose";
    }

    private Stream<RunResult> runs() {
        return arms.stream().flatMap(arm -> arm.runs().stream());
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

    private static List<Comparison> comparisons(String baseline, Metric primary, List<ArmComparison> arms) {
        List<OptionalDouble> primaryP = Verdicts.holm(arms, ArmComparison::primary);
        List<OptionalDouble> gapP = Verdicts.holm(arms, ArmComparison::gap);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            ArmComparison arm = arms.get(i);
            comparisons.add(new Comparison(arm.arm(), baseline, primary, arm.primary(), primaryP.get(i)));
            if (primary != Metric.GAP) {
                comparisons.add(new Comparison(arm.arm(), baseline, Metric.GAP, arm.gap(), gapP.get(i)));
            }
        }
        return comparisons;
    }
}
