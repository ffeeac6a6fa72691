package io.augstream.lab;

import io.augstream.lab.statistics.ArmComparison;
import io.augstream.lab.statistics.Estimate;
import io.augstream.lab.statistics.PairedComparison;
import io.augstream.run.ConfusionMatrix;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An arm's runs.
 *
 * @param runs one a seed, in the experiment's order of seeds
 */
public record ArmResult(String name, List<RunResult> runs) {
    public ArmResult {
        runs = List.copyOf(runs);
    }

    /** The metric's mean over seeds with its 95% interval. */
    public Estimate estimate(Metric metric) {
        return Estimate.of(values(metric));
    }

    /** This arm minus {@code baseline}, seed by seed. */
    public PairedComparison against(ArmResult baseline, Metric metric) {
        return PairedComparison.of(values(metric), baseline.values(metric));
    }

    /** The metric minus a number, seed by seed. */
    PairedComparison against(double number, Metric metric) {
        return PairedComparison.of(values(metric), Collections.nCopies(runs.size(), number));
    }

    /** What was measured of every run beside its scores. */
    public List<Metric> measured() {
        return Arrays.stream(Metric.values())
                .filter(metric -> runs.stream().allMatch(run -> run.measured().containsKey(metric)))
                .toList();
    }

    /** How often each class was taken for each, over the test images of all seeds; absent where a run did not keep it. */
    public Optional<ConfusionMatrix> confusion() {
        ConfusionMatrix sum = null;
        for (RunResult run : runs) {
            ConfusionMatrix one = run.confusion();
            if (one == null) {
                return Optional.empty();
            }
            sum = sum == null ? new ConfusionMatrix(one.classes()) : sum;
            sum.add(one);
        }
        return Optional.ofNullable(sum);
    }

    /** As verdicts need it. */
    ArmComparison judgedAgainst(ArmResult baseline, Metric primary) {
        return new ArmComparison(
                name,
                against(baseline, primary),
                against(baseline, Metric.GAP),
                trainsLike(baseline),
                primary.isLessBetter());
    }

    /** Whether every score of every epoch of every seed is that of {@code other}, to the last bit, and the same epochs count. */
    public boolean trainsLike(ArmResult other) {
        return all(RunResult::epochs).equals(other.all(RunResult::epochs))
                && all(RunResult::figures).equals(other.all(RunResult::figures));
    }

    private <T> List<T> all(Function<RunResult, T> part) {
        return runs.stream().map(part).toList();
    }

    private List<Double> values(Metric metric) {
        return runs.stream().map(metric::of).toList();
    }
}
