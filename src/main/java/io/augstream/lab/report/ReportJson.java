package io.augstream.lab.report;

import io.augstream.lab.ArmResult;
import io.augstream.lab.Claim;
import io.augstream.lab.ClaimBinder;
import io.augstream.lab.ClaimResult;
import io.augstream.lab.Comparison;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Metric;
import io.augstream.lab.Recommendation;
import io.augstream.lab.RunHealth;
import io.augstream.lab.RunResult;
import io.augstream.lab.Statement;
import io.augstream.lab.WorthResult;
import io.augstream.lab.statistics.ArmVerdict;
import io.augstream.lab.statistics.Bounded;
import io.augstream.lab.statistics.Equivalence;
import io.augstream.lab.statistics.Estimate;
import io.augstream.lab.statistics.Interval;
import io.augstream.lab.statistics.SignFlip;
import io.augstream.settings.Json;
import io.augstream.train.Score;
import io.augstream.train.health.HealthJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * report.json: names that stay. Accuracies and their differences lie in [0, 1] and [−1, 1]; losses are mean
 * cross-entropies in nats. Null stands where there is nothing to tell: validation figures without a validation split,
 * intervals and p of a single seed, the health of networks that nobody looked at, the smallest effect of differences that do not vary, the sign-flip p of more pairs than it takes, equivalence and
 * seeds needed where the file names no smallest effect, the recommendation where none was asked for, the interval of a worth where a seed lies outside the sizes, and the worth itself
 * where seeds lie outside on both sides. There is no NaN.
 */
public final class ReportJson {
    private ReportJson() {}

    /**
     * @param provenance as {@link Provenance} tells it
     * @param recommendation nothing where none was asked for
     */
    public static String of(
            ExperimentResult result, Map<String, ?> provenance, Optional<Recommendation> recommendation) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("name", result.name());
        report.put("figures_of", result.figuresOf());
        report.put("primary", result.primary().id());
        report.put("intervals", Coverage.LEVEL);
        report.put("intervals_cover", Coverage.of(result.data()));
        report.put("provenance", provenance);
        report.put(
                "arms",
                result.arms().stream().map(arm -> arm(arm, result.primary())).toList());
        report.put(
                "comparisons",
                result.comparisons().stream().map(ReportJson::comparison).toList());
        report.put("exploratory", result.rule().exploratory());
        report.put(
                "verdicts", result.verdicts().stream().map(ReportJson::verdict).toList());
        report.put("claims", result.claims().stream().map(ReportJson::claim).toList());
        report.put("worth", result.worth().stream().map(ReportJson::worth).toList());
        report.put("recommendation", recommendation.map(RecommendationJson::of).orElse(null));
        return Json.document(report);
    }

    private static Map<String, @Nullable Object> arm(ArmResult arm, Metric primary) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", arm.name());
        map.put("runs", arm.runs().stream().map(ReportJson::run).toList());
        for (Metric metric :
                List.of(Metric.GAP, Metric.TEST_ACCURACY, Metric.TRAIN_ACCURACY, Metric.LOSS_GAP, primary)) {
            map.put(metric.id(), estimate("mean", arm.estimate(metric)));
        }
        arm.measured().forEach(metric -> map.put(metric.id(), estimate("mean", arm.estimate(metric))));
        return map;
    }

    private static Map<String, @Nullable Object> run(RunResult run) {
        @Nullable Score validation = run.figures().validation();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("seed", run.seed());
        map.put("epochs", run.epochs().size());
        map.put("figures_of_epoch", run.figures().epoch());
        map.put("train_accuracy", run.train().accuracy());
        map.put("validation_accuracy", validation == null ? null : validation.accuracy());
        map.put("test_accuracy", run.test().accuracy());
        map.put("train_loss", run.train().loss());
        map.put("validation_loss", validation == null ? null : validation.loss());
        map.put("test_loss", run.test().loss());
        map.put("gap", run.gap());
        map.put("loss_gap", run.lossGap());
        run.measured().forEach((metric, value) -> map.put(metric.id(), value));
        List<Map<String, Object>> looks = looks(run);
        if (!looks.isEmpty()) {
            map.put("layers", looks);
        }
        map.put("ended", run.ended().orElse(null));
        map.put("health", run.health().map(ReportJson::health).orElse(null));
        map.put("seconds", run.seconds());
        return map;
    }

    private static Map<String, @Nullable Object> health(RunHealth health) {
        Map<String, @Nullable Object> map = HealthJson.of(health.diagnosis());
        map.put("beginning", HealthJson.of(health.beginning()));
        return map;
    }

    /** Epochs after which somebody looked at the hidden layers. */
    private static List<Map<String, Object>> looks(RunResult run) {
        return run.epochs().stream()
                .filter(scores -> !scores.layers().isEmpty())
                .map(scores ->
                        Map.<String, Object>of("epoch", scores.epoch(), "hidden", KeptLayers.written(scores.layers())))
                .toList();
    }

    private static Map<String, @Nullable Object> comparison(Comparison comparison) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("arm", comparison.arm());
        map.put("baseline", comparison.baseline());
        map.put("metric", comparison.metric().id());
        map.putAll(estimate("difference", comparison.paired().difference()));
        map.put("p", orNull(comparison.paired().p()));
        Optional<SignFlip> signFlip = SignFlip.of(comparison.paired().differences())
                .filter(flip -> comparison.paired().overlap() == 0);
        map.put("p_sign_flip", signFlip.map(SignFlip::p).orElse(null));
        map.put("p_sign_flip_least", signFlip.map(SignFlip::least).orElse(null));
        map.put("p_holm", orNull(comparison.pHolm()));
        return map;
    }

    private static Map<String, @Nullable Object> verdict(ArmVerdict verdict) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("arm", verdict.arm());
        map.put("verdict", verdict.verdict().id());
        map.put("smallest_effect", orNull(verdict.smallestEffect()));
        map.put(
                "equivalence",
                verdict.equivalence().map(ReportJson::equivalence).orElse(null));
        map.put(
                "seeds_needed",
                verdict.seedsNeeded().isPresent() ? verdict.seedsNeeded().getAsInt() : null);
        return map;
    }

    private static Map<String, @Nullable Object> equivalence(Equivalence equivalence) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("margin", equivalence.margin());
        map.put("level", Equivalence.LEVEL);
        map.put("low", equivalence.low());
        map.put("high", equivalence.high());
        map.put("shown", equivalence.shown());
        return map;
    }

    private static Map<String, @Nullable Object> claim(ClaimResult result) {
        Claim claim = result.claim();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("text", claim.text());
        map.put("metric", claim.metric().id());
        map.put("arm", ClaimBinder.writtenArm(claim));
        map.putAll(ClaimBinder.written(claim.statement()));
        boolean mean = claim.statement() instanceof Statement.Between;
        String name = mean ? "mean" : "difference";
        map.putAll(result.estimate().map(estimate -> estimate(name, estimate)).orElseGet(() -> unestimated(name)));
        result.untold().ifPresent(why -> map.put("untold", why));
        map.put("p_holm", orNull(result.pHolm()));
        map.put("answer", result.answer().id());
        map.put("expected", claim.expected().id());
        return map;
    }

    private static Map<String, @Nullable Object> worth(WorthResult result) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("arm", result.arm().name());
        map.put("images", result.arm().images());
        map.putAll(result.times().mean().map(ReportJson::bounded).orElseGet(ReportJson::unknown));
        map.put("low", result.times().interval().map(Interval::low).orElse(null));
        map.put("high", result.times().interval().map(Interval::high).orElse(null));
        map.put(
                "seeds",
                result.times().seeds().stream().map(ReportJson::bounded).toList());
        return map;
    }

    private static Map<String, @Nullable Object> bounded(Bounded times) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("times", times.value());
        map.put("bound", times.bound().id());
        return map;
    }

    private static Map<String, @Nullable Object> unknown() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("times", null);
        map.put("bound", null);
        return map;
    }

    private static Map<String, @Nullable Object> unestimated(String name) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(name, null);
        map.put("low", null);
        map.put("high", null);
        return map;
    }

    static Map<String, @Nullable Object> estimate(String name, Estimate estimate) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(name, estimate.mean());
        map.put("low", orNull(estimate.low()));
        map.put("high", orNull(estimate.high()));
        return map;
    }

    static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
