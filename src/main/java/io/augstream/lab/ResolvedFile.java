package io.augstream.lab;

import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.Stage;
import io.augstream.run.TrainingFile;
import io.augstream.settings.Json;
import io.augstream.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline file as it is kept beside results: every default that decides them written out, so that it gives the same
 * results under other defaults, and {@code workers}, which has no say in them, left out.
 */
final class ResolvedFile {
    private ResolvedFile() {}

    static String of(TrainingFile training, String name, MeasureSettings measure, List<Claim> claims) {
        Settings resolved = training.resolved(name).with("measure", Json.line(measure(measure, training.pipeline())));
        return (claims.isEmpty()
                        ? resolved.without("claims")
                        : resolved.with("claims", Json.line(ClaimBinder.written(claims))))
                .toYaml();
    }

    private static Map<String, Object> measure(MeasureSettings measure, Pipeline pipeline) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seeds", measure.seeds());
        map.put(
                "arms",
                measure.arms().stream().map(arm -> arm(arm, names(pipeline))).toList());
        map.put("baseline", measure.baseline());
        map.put("primary", measure.primary().id());
        map.put("score_every", measure.scoreEvery());
        measure.rule().smallestEffect().ifPresent(effect -> map.put("smallest_effect", effect));
        measure.redrawnTest().ifPresent(share -> map.put("redrawn_test", share));
        measure.worth().ifPresent(worth -> map.put("worth", worth.written()));
        return map;
    }

    /** By its name alone where that says which stages it has, and it changes nothing else. */
    private static Object arm(Arm arm, List<String> all) {
        List<String> stages = names(arm.pipeline());
        boolean named = stages.isEmpty()
                ? arm.name().equals(Arm.NONE)
                : stages.equals(List.of(arm.name())) || (arm.name().equals(Arm.ALL) && stages.equals(all));
        if (named && arm.changes().isEmpty()) {
            return arm.name();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", arm.name());
        map.put("stages", stages);
        if (!arm.changes().isEmpty()) {
            Map<String, @Nullable Object> set = new LinkedHashMap<>();
            arm.changes().forEach((key, value) -> set.put(key, value.plain()));
            map.put("set", set);
        }
        return map;
    }

    private static List<String> names(Pipeline pipeline) {
        return pipeline.stages().stream().map(Stage::name).toList();
    }
}
