package io.augstream.pipeline;

import io.augstream.settings.Section;
import io.augstream.settings.SectionSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The JSON Schema (draft 2020-12) of a pipeline file, for editors: all of {@code stages}. */
public final class StageSchema {
    private static final String STAGES = "stages";
    private static final Map<String, Object> LIST = Map.of("$ref", "#/$defs/stages");

    /** Combinators are tried with one stage and with more. */
    private static final List<List<String>> EXAMPLES =
            examples(List.of("mirror", "invert", "grayscale", "equalize", "autocontrast", "rand_augment"));

    private StageSchema() {}

    private static List<List<String>> examples(List<String> kinds) {
        return IntStream.rangeClosed(1, kinds.size())
                .mapToObj(length -> kinds.subList(0, length))
                .toList();
    }

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
        boolean holdsStages = StageCatalog.combinators().contains(kind);
        Map<String, Object> schema =
                holdsStages ? SectionSchema.of(binder, STAGES, EXAMPLES) : SectionSchema.of(binder);
        Map<String, Object> properties = copy(schema.get("properties"));
        properties.put("name", name(copy(properties.get("name"))));
        if (holdsStages) {
            Map<String, Object> some = new LinkedHashMap<>(LIST);
            some.put("minItems", 1);
            properties.put(STAGES, some);
        }
        schema.put("properties", properties);
        return schema;
    }

    /**
     * What a name may be no complaint tells in numbers. {@code name: 5} is a name too, but a number to JSON Schema, which holds its
     * {@code pattern} against texts alone: that it may not begin with a minus {@code minimum} says.
     */
    private static Map<String, Object> name(Map<String, Object> name) {
        name.put("pattern", "^" + StageList.NAME.pattern() + "$");
        name.put("minimum", 0);
        return name;
    }

    private static Map<String, Object> copy(@Nullable Object map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }
}
