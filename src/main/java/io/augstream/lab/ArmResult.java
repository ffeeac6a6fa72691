package io.augstream.lab;

import io.augstream.lab.statistics.ArmComparison;
import io.augstream.lab.statistics.Estimate;
import io.augstream.lab.statistics.PairedComparison;
import io.augstream.lab.statistics.RedrawnPool;
import io.augstream.run.ConfusionMatrix;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An arm's runs.
 *
 * @param runs one a seed, in the experiment's order of seeds
 * @param pool the parts of a pool that each seed draws training and test images from; absent where there is a test split
 */
public record ArmResult(String name, List<RunResult> runs, Optional<RedrawnPool> pool) {
    public ArmResult {
        runs = List.copyOf(runs);
    }

    /** Of an experiment with a test split. */
    public ArmResult(String name, List<RunResult> runs) {
        this(name, runs, Optional.empty());
    }

    /** The metric's mean over seeds with its 95% interval. */
    public Estimate estimate(Metric metric) {
        return pool.map(parts -> parts.estimate(values(metric))).orElseGet(() -> Estimate.of(values(metric)));
    }

    /** This arm minus {@code baseline}, seed by seed. */
    public PairedComparison against(ArmResult baseline, Metric metric) {
        return compared(values(metric), baseline.values(metric), smaller(pool, baseline.pool));
    }

    /** What this arm has above {@code minus}, minus what {@code than} has above {@code thanMinus}, seed by seed. */
    PairedComparison effectAgainst(ArmResult minus, ArmResult than, ArmResult thanMinus, Metric metric) {
        Optional<RedrawnPool> parts = smaller(smaller(pool, minus.pool), smaller(than.pool, thanMinus.pool));
        return compared(
                above(values(metric), minus.values(metric)),
                above(than.values(metric), thanMinus.values(metric)),
                parts);
    }

    private static List<Double> above(List<Double> values, List<Double> others) {
        return IntStream.range(0, values.size())
                .mapToObj(seed -> values.get(seed) - others.get(seed))
                .toList();
    }

    /** The metric minus a number, seed by seed. */
    PairedComparison against(double number, Metric metric) {
        return compared(values(metric), Collections.nCopies(runs.size(), number), pool);
    }

    private static PairedComparison compared(List<Double> values, List<Double> others, Optional<RedrawnPool> pool) {
        return pool.map(parts -> parts.compare(values, others)).orElseGet(() -> PairedComparison.of(values, others));
    }

    /** Of arms that train on different numbers of images the fewer count, which is the wider interval. */
    private static Optional<RedrawnPool> smaller(Optional<RedrawnPool> one, Optional<RedrawnPool> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.comparingInt(RedrawnPool::train));
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
