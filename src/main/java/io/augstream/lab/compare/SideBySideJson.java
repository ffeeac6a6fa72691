package io.augstream.lab.compare;

import io.augstream.lab.Metric;
import io.augstream.lab.statistics.Estimate;
import io.augstream.settings.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Runs side by side as one JSON document, names and units as in report.json. Runs are called by their labels; null stands
 * where there is nothing to tell.
 */
public final class SideBySideJson {
    private SideBySideJson() {}

    public static String of(SideBySide both) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("runs", both.runs().stream().map(SideBySideJson::run).toList());
        document.put("same_images", both.onSameImages());
        document.put("data_differences", differences(both.data()));
        document.put("pipeline_differences", differences(both.pipeline()));
        document.put("software_differences", differences(both.software()));
        document.put("corrected_for_many_comparisons", false);
        document.put("pairs", both.pairs().stream().map(SideBySideJson::pair).toList());
        return Json.document(document);
    }

    private static Map<String, @Nullable Object> run(FinishedRun run) {
        RunReport report = run.report();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run", run.label());
        map.put("path", run.path().toString());
        map.put("report_sha256", run.sha256());
        map.put("name", report.name());
        map.put("baseline", report.baseline().orElse(null));
        map.put("exploratory", report.exploratory());
        map.put("seeds", report.origin().seeds());
        map.put(
                "pipeline_not_compared",
                run.pipeline().isKnown() ? null : run.pipeline().obstacle());
        map.put("arms", report.arms().stream().map(SideBySideJson::arm).toList());
        return map;
    }

    private static Map<String, @Nullable Object> arm(ReportedArm arm) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("arm", arm.name());
        map.put("seeds", arm.testBySeed().size());
        map.put(Metric.TEST_ACCURACY.id(), estimate("mean", arm.test()));
        map.put(Metric.GAP.id(), estimate("mean", arm.gap()));
        map.put(
                "against_baseline",
                arm.difference()
                        .map(difference -> estimate("difference", difference))
                        .orElse(null));
        map.put("verdict", arm.verdict().map(ReportedVerdict::id).orElse(null));
        return map;
    }

    private static List<Map<String, @Nullable Object>> differences(List<Difference> differences) {
        return differences.stream().map(SideBySideJson::difference).toList();
    }

    private static Map<String, @Nullable Object> difference(Difference difference) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("key", difference.key());
        map.put("values", values(difference));
        return map;
    }

    private static Map<String, @Nullable Object> values(Difference difference) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        difference.values().forEach((run, value) -> values.put(run, value.orElse(null)));
        return values;
    }

    private static Map<String, @Nullable Object> pair(RunPair pair) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run", pair.run());
        map.put("against", pair.against());
        map.put("obstacles", pair.obstacles());
        map.put("arms", pair.arms().stream().map(SideBySideJson::paired).toList());
        return map;
    }

    private static Map<String, @Nullable Object> paired(PairedArm arm) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("arm", arm.name());
        map.put("metric", Metric.TEST_ACCURACY.id());
        map.put("seeds", arm.test().pairs());
        map.putAll(estimate("difference", arm.test().difference()));
        return map;
    }

    private static Map<String, @Nullable Object> estimate(String name, Estimate estimate) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(name, estimate.mean());
        map.put("low", orNull(estimate.low()));
        map.put("high", orNull(estimate.high()));
        return map;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
