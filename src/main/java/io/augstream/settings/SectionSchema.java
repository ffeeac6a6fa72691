package io.augstream.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of a section, learnt from its binder: it binds made-up sections, and what it asks of
 * them is noted. So the schema refuses nothing that is read. Where both differ the schema allows more: it compares no two values with
 * each other, as a range's ends or names; holds a number in quotes against no bounds; takes all that YAML calls a number, as 0x10; and
 * does not know what fits only some images.
 *
 * <p>Types, choices and defaults are what the binder asks for; a setting is required, or one of several, if nothing was bound
 * without; two exclude each other if nothing was bound with both, and a choice excludes what was bound with others alone; lists
 * are as long as those that were bound; bounds are those that complaints name, "sigma must lie in [0, 100]".
 * Where a number is read a text of digits is one too, as {@code 5e-4} is a text in YAML 1.1, and where a text is read any scalar is.
 */
public final class SectionSchema {
    private final TriedSections tried;

    private SectionSchema(TriedSections tried) {
        this.tried = tried;
    }

    /** The schema of what {@code binder} binds. */
    public static Map<String, Object> of(Function<Section, ?> binder) {
        return learnt(binder, List.of(Map.of()));
    }

    /**
     * As {@link #of(Function)}, of a section that must hold a list of bare names to be bound at all.
     *
     * @param examples of such lists, one of each length from 1 to 6, so that what must be as long is known by that
     */
    public static Map<String, Object> of(Function<Section, ?> binder, String key, List<List<String>> examples) {
        return learnt(
                binder,
                examples.stream()
                        .map(names -> Map.of(key, MadeUpValues.names(names)))
                        .toList());
    }

    /**
     * The keys alone, and of those values that have one type that type and its bounds: of sections whose values are bound in ways that
     * no made-up value shows.
     */
    public static Map<String, Object> ofKeys(Function<Section, ?> binder) {
        Map<String, Object> properties = new LinkedHashMap<>();
        TriedSections tried = TriedSections.of(binder, List.of(Map.of()));
        tried.keys().forEach((key, value) -> {
            List<Map<String, Object>> forms =
                    value.otherwise() == null ? List.of() : scalars(value, tried.bounds(key), false);
            properties.put(key, forms.size() == 1 ? forms.get(0) : Map.of());
        });
        return object(properties);
    }

    private static Map<String, Object> learnt(Function<Section, ?> binder, List<Map<String, Node>> given) {
        TriedSections tried = TriedSections.of(binder, given);
        if (tried.accepted().isEmpty()) {
            throw new IllegalStateException("of no made-up settings could anything be bound: "
                    + tried.keys().keySet());
        }
        return new SectionSchema(tried).written();
    }

    private Map<String, Object> written() {
        Map<String, Object> properties = new LinkedHashMap<>();
        tried.keys().keySet().forEach(key -> properties.put(key, property(key)));
        Map<String, Object> schema = object(properties);
        KeyRules keys = new KeyRules(tried);
        schema.putAll(keys.always());
        List<Map<String, Object>> rules = keys.rules();
        if (!rules.isEmpty()) {
            schema.put("allOf", rules);
        }
        return schema;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> property(String key) {
        Asked asked = tried.keys().getOrDefault(key, new Asked());
        List<Map<String, Object>> forms = scalars(asked, tried.bounds(key), tried.odd(key));
        Asked items = asked.knownItems();
        if (items != null) {
            forms.add(array(key, items));
        }
        tried.below(key).map(SectionSchema::new).map(SectionSchema::written).ifPresent(forms::add);
        Map<String, Object> schema = either(forms);
        if (asked.otherwise() != null) {
            schema.put("default", asked.otherwise());
        }
        return schema;
    }

    private static Map<String, Object> either(List<Map<String, Object>> forms) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (forms.size() == 1) {
            schema.putAll(forms.get(0));
        } else if (!forms.isEmpty()) {
            schema.put("anyOf", forms);
        }
        return schema;
    }

    private Map<String, Object> array(String key, Asked items) {
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("type", "array");
        array.put("items", either(scalars(items, tried.bounds(key), false)));
        if (tried.notAllZero(key)) {
            array.put("contains", Map.of("not", Map.of("const", 0)));
        }
        TreeSet<Integer> lengths = tried.lengths(key);
        if (!lengths.isEmpty()) {
            array.put("minItems", lengths.first());
            if (lengths.last() < MadeUpValues.LONGEST) {
                array.put("maxItems", lengths.last());
            }
            List<Map<String, Object>> none = new ArrayList<>();
            for (int length = lengths.first() + 1; length < lengths.last(); length++) {
                if (!lengths.contains(length)) {
                    none.add(Map.of("minItems", length, "maxItems", length));
                }
            }
            if (!none.isEmpty()) {
                array.put("not", either(none));
            }
        }
        return array;
    }

    private static List<Map<String, Object>> scalars(Asked asked, @Nullable Interval bounds, boolean odd) {
        List<Map<String, Object>> forms = new ArrayList<>();
        Collection<String> types = new LinkedHashSet<>(asked.types());
        if (!asked.choices().isEmpty()) {
            forms.add(Map.of("enum", List.copyOf(asked.choices())));
            types.remove("string");
        }
        if (types.contains("number")) {
            types.remove("integer");
        }
        types.forEach(type -> forms.add(scalar(type, bounds, odd)));
        return forms;
    }

    private static Map<String, Object> scalar(String type, @Nullable Interval bounds, boolean odd) {
        if (type.equals("boolean")) {
            return Map.of("type", type);
        }
        if (type.equals("string")) {
            return Map.of("type", List.of("string", "number", "boolean"));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of(type, "string"));
        schema.put("pattern", "^" + Value.NUMBER.pattern() + "$");
        if (bounds != null) {
            schema.putAll(bounds.keywords());
        }
        if (odd) {
            schema.put("not", Map.of("type", "integer", "multipleOf", 2));
        }
        return schema;
    }
}
