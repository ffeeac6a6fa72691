package io.augstream.lab;

import io.augstream.settings.Section;
import io.augstream.settings.Suggestion;
import io.augstream.settings.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Binds {@code claims}: {@code [{text: "…", metric: gap, arm: rotate, than: none, direction: less, expected: held}]}. The metric is
 * the file's primary one, the other arm the baseline and the expected answer held, where the file does not say.
 */
final class ClaimBinder {
    private final List<String> arms;
    private final String baseline;
    private final Metric primary;
    private final boolean shareTheirWork;

    private ClaimBinder(MeasureSettings measure) {
        arms = measure.arms().stream().map(Arm::name).toList();
        baseline = measure.baseline();
        primary = measure.primary();
        shareTheirWork = measure.arms().stream()
                .anyMatch(arm -> arm.training().train().threads().orElse(1) > 1);
    }

    static List<Claim> bind(List<Value> claims, MeasureSettings measure) {
        ClaimBinder binder = new ClaimBinder(measure);
        return claims.stream()
                .map(claim -> claim.section().build(binder::claim))
                .toList();
    }

    private Claim claim(Section claim) {
        return new Claim(
                claim.get("text").text(),
                metric(claim),
                arm(claim.get("arm")),
                claim.find("than").map(this::arm).orElse(baseline),
                direction(claim.get("direction")),
                claim.choice("expected", Answer.class, Answer.HELD));
    }

    private Metric metric(Section claim) {
        Metric metric = claim.choice("metric", Metric.class, primary);
        if (metric == Metric.STEP_TIME && shareTheirWork) {
            throw claim.get("metric")
                    .error("'step_time' is the time of one thread, and an arm's train.threads is above 1");
        }
        return metric;
    }

    private static Claim.Direction direction(Value value) {
        List<String> names = Arrays.stream(Claim.Direction.values())
                .map(direction -> direction.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = names.indexOf(value.text());
        if (index < 0) {
            throw value.error("'" + value.text() + "' is not known" + Suggestion.of(value.text(), names));
        }
        return Claim.Direction.values()[index];
    }

    private String arm(Value value) {
        if (!arms.contains(value.text())) {
            throw value.error("no arm is called '" + value.text() + "'" + Suggestion.of(value.text(), arms));
        }
        return value.text();
    }

    /** As a pipeline file says them. */
    static List<Map<String, Object>> written(List<Claim> claims) {
        return claims.stream().map(ClaimBinder::written).toList();
    }

    private static Map<String, Object> written(Claim claim) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", claim.text());
        map.put("metric", claim.metric().id());
        map.put("arm", claim.arm());
        map.put("than", claim.than());
        map.put("direction", claim.direction().name().toLowerCase(Locale.ROOT));
        map.put("expected", claim.expected().id());
        return map;
    }
}
