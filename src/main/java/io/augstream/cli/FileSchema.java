package io.augstream.cli;

import io.augstream.dataset.DataSettings;
import io.augstream.lab.MeasureSettings;
import io.augstream.run.TrainingFile;
import io.augstream.settings.Section;
import io.augstream.settings.SectionSchema;
import io.augstream.settings.Settings;
import io.augstream.train.NetworkSettings;
import io.augstream.train.TrainSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a pipeline file may say beside its stages, as a JSON Schema of each section. */
final class FileSchema {
    /** The least that arms can change. */
    private static final String FILE = "{data: {root: .}, stages: [mirror], network: small}";

    private FileSchema() {}

    /** For every one of {@link PipelineFile#SECTIONS}. */
    static Map<String, Object> sections() {
        Path folder = Path.of("");
        TrainingFile file = TrainingFile.from(Settings.parse(FILE, "schema", folder));
        Map<String, Object> sections = new LinkedHashMap<>();
        sections.put("name", Map.of("type", List.of("string", "number", "boolean")));
        sections.put("data", keys(s -> DataSettings.from(s, folder)));
        List<Map<String, Object>> network = new ArrayList<>(named(NetworkSettings.presets()));
        network.add(Map.of("type", "array", "items", Map.of("anyOf", named(NetworkSettings.layers())), "minItems", 1));
        sections.put("network", Map.of("anyOf", network));
        sections.put("train", keys(TrainSettings::from));
        sections.put("measure", keys(s -> MeasureSettings.from(s, file)));
        sections.put("claims", Map.of("type", "array"));
        return sections;
    }

    /** One of the names alone, or with its settings. */
    private static List<Map<String, Object>> named(List<String> names) {
        Map<String, Object> settings = new LinkedHashMap<>();
        names.forEach(name -> settings.put(name, Map.of("type", List.of("object", "null"))));
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("type", "object");
        one.put("properties", settings);
        one.put("additionalProperties", false);
        one.put("minProperties", 1);
        one.put("maxProperties", 1);
        return List.of(Map.of("enum", names), one);
    }

    /** A section may stand there with nothing in it. */
    private static Map<String, Object> keys(Function<Section, ?> binder) {
        Map<String, Object> section = new LinkedHashMap<>(SectionSchema.ofKeys(binder));
        section.put("type", List.of("object", "null"));
        return section;
    }
}
