package io.augstream.pipeline;

import io.augstream.settings.Section;
import io.augstream.settings.SectionSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The JSON Schema (draft 2020-12) of a pipeline file, for editors: all of {@code stages}. */
public final class StageSchema {
    private static final String STAGES = "stages";
    private static final Map<String, Object> LIST = Map.of("$ref", "#/$defs/stages");

    /** Combinators are tried with one stage and with many. */
    private static final List<List<String>> EXAMPLES = List.of(
            List.of("mirror"), List.of("mirror", "invert", "grayscale", "equalize", "autocontrast", "rand_augment"));

    private StageSchema() {}

    /**
     * As plain maps and lists, ready to become JSON.
     *
     * @param others what a file may have beside {@code stages}: the schema of each section
     */
    public static Map<String, Object> of(Map<String, ?> others) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(STAGES, LIST);
        properties.putAll(others);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "An augstream pipeline file");
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", item());
        schema.put("$defs", Map.of(STAGES, list));
        return schema;
    }

    /** A bare kind, or one kind with its settings. */
    private static Map<String, Object> item() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        List<String> bare = new ArrayList<>();
        for (String kind : StageCatalog.all()) {
            Map<String, Object> settings = settings(kind);
            if (!settings.containsKey("required") && !settings.containsKey("anyOf")) {
                bare.add(kind);
                settings.put("type", List.of("object", "null"));
            }
            kinds.put(kind, settings);
        }
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("type", "object");
        one.put("properties", kinds);
        one.put("additionalProperties", false);
        one.put("minProperties", 1);
        one.put("maxProperties", 1);
        return Map.of("anyOf", List.of(Map.of("enum", bare), one));
    }

    private static Map<String, Object> settings(String kind) {
        Function<Section, Stage> binder = StageCatalog.binder(kind).orElseThrow();
        if (!StageCatalog.combinators().contains(kind)) {
            return SectionSchema.of(binder);
        }
        Map<String, Object> schema = SectionSchema.of(binder, STAGES, EXAMPLES);
        Map<String, Object> properties = new LinkedHashMap<>();
        if (schema.get("properties") instanceof Map<?, ?> own) {
            own.forEach((key, value) -> properties.put(String.valueOf(key), value));
        }
        Map<String, Object> some = new LinkedHashMap<>(LIST);
        some.put("minItems", 1);
        properties.put(STAGES, some);
        schema.put("properties", properties);
        return schema;
    }
}
