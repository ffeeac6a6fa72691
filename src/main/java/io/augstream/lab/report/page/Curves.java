package io.augstream.lab.report.page;

import io.augstream.lab.ArmResult;
import io.augstream.lab.EpochScores;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.statistics.Estimate;
import io.augstream.train.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The data behind the curves, as page.js reads it: for each arm and figure the mean over seeds by epoch, and the ends of its
 * 95% interval. Null where an epoch was not scored, and for the interval of a single seed. A curve ends with the shortest run
 * of its arm: a mean over the seeds that go on would be of other seeds.
 */
final class Curves {
    private static final double GRAIN = 1e6;

    private Curves() {}

    static Map<String, Object> of(ExperimentResult result) {
        int epochs = result.arms().stream().mapToInt(Curves::epochs).max().orElse(0);
        Map<String, Object> curves = new LinkedHashMap<>();
        curves.put("epochs", IntStream.rangeClosed(1, epochs).boxed().toList());
        curves.put("arms", result.arms().stream().map(arm -> arm(arm, epochs)).toList());
        return curves;
    }

    /** How many epochs all runs of the arm have. */
    static int epochs(ArmResult arm) {
        return arm.runs().stream().mapToInt(run -> run.epochs().size()).min().orElse(0);
    }

    private static Map<String, Object> arm(ArmResult arm, int epochs) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", arm.name());
        map.put("train_accuracy", curve(arm, epochs, EpochScores::train, Score::accuracy));
        map.put("test_accuracy", curve(arm, epochs, EpochScores::test, Score::accuracy));
        map.put("train_loss", curve(arm, epochs, EpochScores::train, Score::loss));
        map.put("test_loss", curve(arm, epochs, EpochScores::test, Score::loss));
        return map;
    }

    private static Map<String, Object> curve(
            ArmResult arm, int epochs, Function<EpochScores, @Nullable Score> split, ToDoubleFunction<Score> figure) {
        List<@Nullable Double> mean = new ArrayList<>();
        List<@Nullable Double> low = new ArrayList<>();
        List<@Nullable Double> high = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            List<Double> values = values(arm, epoch, split, figure);
            boolean scored = !values.isEmpty();
            Estimate estimate = scored ? Estimate.of(values) : null;
            mean.add(estimate == null ? null : rounded(estimate.mean()));
            low.add(
                    estimate == null || estimate.low().isEmpty()
                            ? null
                            : rounded(estimate.low().getAsDouble()));
            high.add(
                    estimate == null || estimate.high().isEmpty()
                            ? null
                            : rounded(estimate.high().getAsDouble()));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mean", mean);
        map.put("low", low);
        map.put("high", high);
        return map;
    }

    /** One a seed, or none where a seed has none. */
    private static List<Double> values(
            ArmResult arm, int epoch, Function<EpochScores, @Nullable Score> split, ToDoubleFunction<Score> figure) {
        List<Double> values = new ArrayList<>();
        if (epoch < epochs(arm)) {
            arm.runs().forEach(run -> {
                EpochScores scores = run.epochs().get(epoch);
                // Of a run whose numbers ended there are scores of epoch 0 alone.
                Score score = scores.epoch() == epoch + 1 ? split.apply(scores) : null;
                if (score != null) {
                    values.add(figure.applyAsDouble(score));
                }
            });
        }
        return values.size() == arm.runs().size() ? values : List.of();
    }

    private static double rounded(double value) {
        return Math.rint(value * GRAIN) / GRAIN;
    }
}
