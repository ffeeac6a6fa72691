package io.augstream.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of a section, learnt from its binder: it binds made-up sections, and what it asks of
 * them is noted. So the schema cannot disagree with what is read. Where both may differ the schema allows more: of which
 * settings go together it knows only what nothing was bound without.
 *
 * <p>Types, choices and defaults are what the binder asks for; a setting is required, or one of several, if nothing was bound
 * without; lists are as long as those that were bound; bounds are those that complaints name, "sigma must lie in [0, 100]".
 * Where a number is read a text of digits is one too, as {@code 5e-4} is a text in YAML 1.1, and where a text is read any scalar is.
 */
public final class SectionSchema {
    private static final Place NOWHERE = new Place("schema", 0);
    private static final Node ONE = number(1);
    private static final Node ZERO = number(0);
    private static final double FAR = Integer.MAX_VALUE;

    /** Lists are tried up to this length; what may be as long may be longer. */
    private static final int LONGEST = 6;

    /** A value of each shape that settings have, in bounds for most; then values out of all bounds, to be told them. */
    private static final List<Node> SAMPLES = Stream.concat(
                    IntStream.rangeClosed(0, LONGEST).boxed().flatMap(length -> Stream.of(ONE, ZERO)
                            .map(item -> list(length, item))),
                    Stream.of(
                            ONE,
                            ZERO,
                            mapping(Map.of("width", ONE, "height", ONE)),
                            number(FAR),
                            number(-FAR),
                            list(1, number(FAR)),
                            list(1, number(-FAR))))
            .toList();

    private static final Pattern BOUNDS = Pattern.compile("(\\w+) must lie in \\[(-?[\\d.]+), (-?[\\d.]+)\\].*");
    private static final Pattern LEAST =
            Pattern.compile("(\\w+) must be (?=at least|\\S+ or more)(?:at least )?(-?[\\d.]+).*");

    /** Infinite where no complaint names an end. */
    private record Bounds(double low, double high) {
        Bounds with(Bounds other) {
            return new Bounds(Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    private final Function<Section, ?> binder;
    private final List<Map<String, Node>> given;
    private final Asked asked = new Asked();
    private final Map<String, Bounds> bounds = new LinkedHashMap<>();
    private final Map<String, TreeSet<Integer>> lengths = new LinkedHashMap<>();
    private final Set<Set<String>> accepted = new LinkedHashSet<>();

    private SectionSchema(Function<Section, ?> binder, List<Map<String, Node>> given) {
        this.binder = binder;
        this.given = given;
    }

    /**
     * The schema of what {@code binder} binds.
     *
     */
    public static Map<String, Object> of(Function<Section, ?> binder) {
        return learnt(binder, List.of(Map.of()));
    }

    /**
     * As {@link #of(Function)}, of a section that must hold a list of bare names to be bound at all.
     *
     * @param examples of such lists, of different lengths, so that what must be as long is known by that
     */
    public static Map<String, Object> of(Function<Section, ?> binder, String key, List<List<String>> examples) {
        return learnt(
                binder,
                examples.stream()
                        .map(names -> Map.<String, Node>of(
                                key,
                                new Node.Sequence(
                                        names.stream().map(SectionSchema::text).toList(), NOWHERE)))
                        .toList());
    }

    /**
     * The keys alone, and of those values that have one type that type: of sections whose values are bound in ways that no made-up
     * value shows.
     */
    public static Map<String, Object> ofKeys(Function<Section, ?> binder) {
        SectionSchema schema = new SectionSchema(binder, List.of(Map.of()));
        schema.learn();
        Map<String, Object> properties = new LinkedHashMap<>();
        schema.asked.keys().forEach((key, value) -> {
            List<Map<String, Object>> forms = value.otherwise() == null ? List.of() : forms(value, null, null);
            properties.put(key, forms.size() == 1 ? forms.get(0) : Map.of());
        });
        return object(properties);
    }

    private static Map<String, Object> learnt(Function<Section, ?> binder, List<Map<String, Node>> given) {
        SectionSchema schema = new SectionSchema(binder, given);
        schema.learn();
        if (schema.accepted.isEmpty()) {
            throw new IllegalStateException("of no made-up settings could anything be bound: "
                    + schema.asked.keys().keySet());
        }
        return schema.written();
    }

    /** Settings that only some choices know become known by making these choices, so again until no more are found. */
    private void learn() {
        int known;
        do {
            known = asked.keys().size();
            for (Map<String, Node> choice : choices()) {
                bind(choice);
                for (String key : List.copyOf(asked.keys().keySet())) {
                    SAMPLES.forEach(sample -> bind(with(choice, key, sample)));
                }
            }
        } while (asked.keys().size() > known);
    }

    /** What was given alone, and with each choice of each setting. */
    private List<Map<String, Node>> choices() {
        List<Map<String, Node>> choices = new ArrayList<>(given);
        asked.keys().forEach((key, value) -> value.choices()
                .forEach(name -> given.forEach(mapping -> choices.add(with(mapping, key, text(name))))));
        return choices;
    }

    /** Binds, adding what is missing. */
    private void bind(Map<String, Node> mapping) {
        Map<String, Node> tried = mapping;
        while (true) {
            asked.missing(null);
            try {
                Object unused = new Section("", mapping(tried), asked).build(binder);
                noteAccepted(tried);
                return;
            } catch (SettingsException e) {
                noteBounds(e);
                String missing = asked.missing();
                if (missing == null || tried.containsKey(missing)) {
                    return;
                }
                tried = with(tried, missing, ONE);
            }
        }
    }

    private void noteAccepted(Map<String, Node> tried) {
        accepted.add(tried.keySet());
        tried.forEach((key, node) -> {
            if (node instanceof Node.Sequence sequence) {
                lengths.computeIfAbsent(key, first -> new TreeSet<>())
                        .add(sequence.items().size());
            }
        });
    }

    private void noteBounds(SettingsException complaint) {
        String message = complaint.getCause() == null
                ? ""
                : String.valueOf(complaint.getCause().getMessage());
        Matcher matcher = BOUNDS.matcher(message);
        if (matcher.matches()) {
            Bounds told = new Bounds(Double.parseDouble(matcher.group(2)), Double.parseDouble(matcher.group(3)));
            bounds.merge(matcher.group(1), told, Bounds::with);
        }
        Matcher least = LEAST.matcher(message);
        if (least.matches()) {
            Bounds told = new Bounds(Double.parseDouble(least.group(2)), Double.POSITIVE_INFINITY);
            bounds.merge(least.group(1), told, Bounds::with);
        }
    }

    private Map<String, Object> written() {
        Map<String, Object> properties = new LinkedHashMap<>();
        asked.keys().forEach((key, value) -> properties.put(key, property(value, bounds.get(key), lengths.get(key))));
        Map<String, Object> schema = object(properties);
        List<String> required = asked.keys().keySet().stream()
                .filter(key -> accepted.stream().allMatch(keys -> keys.contains(key)))
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        List<Map<String, Object>> alternatives = alternatives(required);
        if (!alternatives.isEmpty()) {
            schema.put("anyOf", alternatives);
        }
        return schema;
    }

    /** The smallest sets of settings beside those that are always required, of which one must be there; none where none must. */
    private List<Map<String, Object>> alternatives(List<String> required) {
        return accepted.stream()
                .filter(keys ->
                        accepted.stream().noneMatch(fewer -> fewer.size() < keys.size() && keys.containsAll(fewer)))
                .map(keys ->
                        keys.stream().filter(key -> !required.contains(key)).toList())
                .filter(keys -> !keys.isEmpty())
                .map(keys -> Map.<String, Object>of("required", keys))
                .toList();
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(
            Asked asked, @Nullable Bounds bounds, @Nullable TreeSet<Integer> lengths) {
        List<Map<String, Object>> forms = forms(asked, bounds, lengths);
        Map<String, Object> schema = new LinkedHashMap<>();
        if (forms.size() == 1) {
            schema.putAll(forms.get(0));
        } else if (!forms.isEmpty()) {
            schema.put("anyOf", forms);
        }
        if (asked.otherwise() != null) {
            schema.put("default", asked.otherwise());
        }
        return schema;
    }

    private static List<Map<String, Object>> forms(
            Asked asked, @Nullable Bounds bounds, @Nullable TreeSet<Integer> lengths) {
        List<Map<String, Object>> forms = new ArrayList<>();
        Collection<String> types = new LinkedHashSet<>(asked.types());
        if (!asked.choices().isEmpty()) {
            forms.add(Map.of("enum", List.copyOf(asked.choices())));
            types.remove("string");
        }
        if (types.contains("number")) {
            types.remove("integer");
        }
        types.forEach(type -> forms.add(scalar(type, bounds)));
        Asked items = asked.knownItems();
        if (items != null) {
            Map<String, Object> array = new LinkedHashMap<>();
            array.put("type", "array");
            array.put("items", property(items, bounds, null));
            if (lengths != null) {
                array.put("minItems", lengths.first());
                if (lengths.last() < LONGEST) {
                    array.put("maxItems", lengths.last());
                }
            }
            forms.add(array);
        }
        if (!asked.keys().isEmpty()) {
            Map<String, Object> inner = new LinkedHashMap<>();
            asked.keys().forEach((key, value) -> inner.put(key, property(value, null, null)));
            forms.add(object(inner));
        }
        return forms;
    }

    private static Map<String, Object> scalar(String type, @Nullable Bounds bounds) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (type.equals("boolean")) {
            return Map.of("type", type);
        }
        if (type.equals("string")) {
            return Map.of("type", List.of("string", "number", "boolean"));
        }
        schema.put("type", List.of(type, "string"));
        schema.put("pattern", "^" + Value.NUMBER.pattern() + "$");
        if (bounds != null) {
            schema.put("minimum", shortest(bounds.low()));
            if (bounds.high() < Double.POSITIVE_INFINITY) {
                schema.put("maximum", shortest(bounds.high()));
            }
        }
        return schema;
    }

    private static Number shortest(double value) {
        return value == Math.rint(value) ? (Number) (long) value : (Number) value;
    }

    private static Map<String, Node> with(Map<String, Node> mapping, String key, Node value) {
        Map<String, Node> more = new LinkedHashMap<>(mapping);
        more.put(key, value);
        return more;
    }

    private static Node number(double value) {
        return new Node.Scalar(value, Long.toString((long) value), NOWHERE);
    }

    private static Node text(String value) {
        return new Node.Scalar(value, value, NOWHERE);
    }

    private static Node list(int length, Node item) {
        return new Node.Sequence(Collections.nCopies(length, item), NOWHERE);
    }

    private static Node.Mapping mapping(Map<String, Node> values) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put(key, new Node.Entry(NOWHERE, value)));
        return new Node.Mapping(entries, NOWHERE);
    }
}
