package io.augstream.lab.report;

import io.augstream.lab.Choice;
import io.augstream.lab.Comparison;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Recommendation;
import io.augstream.lab.statistics.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recommendation in report.json: what was chosen by what, and what fresh seeds say of it. */
final class RecommendationJson {
    private RecommendationJson() {}

    static Map<String, @Nullable Object> of(Recommendation recommendation) {
        Choice choice = recommendation.choice();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("arm", recommendation.arm().name());
        map.put("chosen_by", choice.words().replace(' ', '_'));
        map.put("chosen", scored(choice.best()));
        map.put("baseline", scored(choice.baseline()));
        map.put(
                "confirmation",
                recommendation
                        .confirmation()
                        .map(fresh -> confirmation(recommendation, fresh))
                        .orElse(null));
        return map;
    }

    private static Map<String, @Nullable Object> scored(Choice.Scored scored) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("arm", scored.arm().name());
        map.put("mean", scored.mean());
        return map;
    }

    private static Map<String, @Nullable Object> confirmation(Recommendation recommendation, ExperimentResult fresh) {
        Comparison comparison = recommendation.comparison().orElseThrow();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("seeds", fresh.seeds());
        map.put("metric", comparison.metric().id());
        map.putAll(ReportJson.estimate("difference", comparison.paired().difference()));
        map.put("p", ReportJson.orNull(comparison.paired().p()));
        map.put("verdict", recommendation.verdict().map(Verdict::id).orElse(null));
        return map;
    }
}
