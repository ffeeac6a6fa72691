package io.augstream.lab;

import io.augstream.dataset.DataSettings;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.Stage;
import io.augstream.settings.Json;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.train.TrainSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pipeline file as it is kept beside results: every default that decides them written out, so that it gives the same
 * results under other defaults, and {@code workers}, which has no say in them, left out.
 */
final class ResolvedFile {
    private ResolvedFile() {}

    /** @param file with a network; the other arguments are what it was bound to */
    static String of(
            Settings file, String name, String root, TrainSettings train, MeasureSettings measure, Pipeline pipeline) {
        Settings resolved = file.with("name", Json.line(name)).with("data.root", Json.line(root));
        Section data = file.root().section("data");
        if (data.find("validation").isEmpty()) {
            resolved = resolved.with("data.validation", Json.line(DataSettings.DEFAULT_VALIDATION));
        }
        if (data.section("prepare").find("normalise").isEmpty()) {
            resolved = resolved.with("data.prepare.normalise", "true");
        }
        return resolved.with("train", Json.line(train.resolved()))
                .with("measure", Json.line(measure(measure, pipeline)))
                .toYaml();
    }

    private static Map<String, Object> measure(MeasureSettings measure, Pipeline pipeline) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seeds", measure.seeds());
        map.put(
                "arms",
                measure.arms().stream().map(arm -> arm(arm, names(pipeline))).toList());
        map.put("score_train", measure.scoreTrain());
        return map;
    }

    /** By its name alone where that says which stages it has. */
    private static Object arm(Arm arm, List<String> all) {
        List<String> stages = names(arm.pipeline());
        boolean named = stages.isEmpty()
                ? arm.name().equals(Arm.BASELINE)
                : stages.equals(List.of(arm.name())) || (arm.name().equals(Arm.ALL) && stages.equals(all));
        if (named) {
            return arm.name();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", arm.name());
        map.put("stages", stages);
        return map;
    }

    private static List<String> names(Pipeline pipeline) {
        return pipeline.stages().stream().map(Stage::name).toList();
    }
}
