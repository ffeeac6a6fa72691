package io.augstream.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of a section, learnt from its binder: it binds made-up sections, and what it asks of
 * them is noted. So the schema cannot disagree with what is read. Where both may differ the schema allows more: it does not
 * say which settings go together.
 *
 * <p>Types, choices and defaults are what the binder asks for; a setting is required if nothing was bound without it;
 * bounds are those that complaints name, "sigma must lie in [0, 100]".
 */
public final class SectionSchema {
    private static final Place NOWHERE = new Place("schema", 0);
    private static final Node ONE = number(1);
    private static final Node ZERO = number(0);
    private static final double FAR = Integer.MAX_VALUE;

    /** A value of each shape that settings have, in bounds for most. */
    private static final List<Node> SAMPLES = List.of(
            ONE, ZERO, list(ONE), list(ONE, ONE), list(ZERO, ZERO), mapping(Map.of("width", ONE, "height", ONE)));

    /** Values that are out of all bounds, to be told them. */
    private static final List<Node> TOO_FAR = List.of(number(FAR), number(-FAR));

    private static final Pattern BOUNDS = Pattern.compile("(\\w+) must lie in \\[(-?[\\d.]+), (-?[\\d.]+)\\].*");

    private record Bounds(double low, double high) {
        Bounds with(Bounds other) {
            return new Bounds(Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    private final Function<Section, ?> binder;
    private final Map<String, Node> given;
    private final Asked asked = new Asked();
    private final Map<String, Bounds> bounds = new LinkedHashMap<>();
    private final Set<Set<String>> accepted = new LinkedHashSet<>();

    private SectionSchema(Function<Section, ?> binder, Map<String, Node> given) {
        this.binder = binder;
        this.given = given;
    }

    /**
     * The schema of what {@code binder} binds.
     *
     * @param given names to lists of bare names, of which it must hold one to be bound at all
     */
    public static Map<String, Object> of(Function<Section, ?> binder, Map<String, List<String>> given) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        given.forEach((key, names) -> nodes.put(
                key, new Node.Sequence(names.stream().map(SectionSchema::text).toList(), NOWHERE)));
        SectionSchema schema = new SectionSchema(binder, nodes);
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
                    TOO_FAR.forEach(sample -> bind(with(choice, key, sample)));
                }
            }
        } while (asked.keys().size() > known);
    }

    /** What was given alone, and with each choice of each setting. */
    private List<Map<String, Node>> choices() {
        List<Map<String, Node>> choices = new ArrayList<>();
        choices.add(given);
        asked.keys()
                .forEach((key, value) -> value.choices().forEach(name -> choices.add(with(given, key, text(name)))));
        return choices;
    }

    /** Binds, adding what is missing. */
    private void bind(Map<String, Node> mapping) {
        Map<String, Node> tried = mapping;
        while (true) {
            asked.missing(null);
            try {
                Object unused = new Section("", mapping(tried), asked).build(binder);
                accepted.add(tried.keySet());
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

    private void noteBounds(SettingsException complaint) {
        String message = complaint.getCause() == null
                ? ""
                : String.valueOf(complaint.getCause().getMessage());
        Matcher matcher = BOUNDS.matcher(message);
        if (matcher.matches()) {
            Bounds told = new Bounds(Double.parseDouble(matcher.group(2)), Double.parseDouble(matcher.group(3)));
            bounds.merge(matcher.group(1), told, Bounds::with);
        }
    }

    private Map<String, Object> written() {
        Map<String, Object> schema = object(asked, bounds);
        List<String> required = asked.keys().keySet().stream()
                .filter(key -> accepted.stream().allMatch(keys -> keys.contains(key)))
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> object(Asked asked, Map<String, Bounds> bounds) {
        Map<String, Object> properties = new LinkedHashMap<>();
        asked.keys().forEach((key, value) -> properties.put(key, property(value, bounds.get(key))));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(Asked asked, @Nullable Bounds bounds) {
        List<Map<String, Object>> forms = forms(asked, bounds);
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

    private static List<Map<String, Object>> forms(Asked asked, @Nullable Bounds bounds) {
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
            array.put("items", property(items, bounds));
            forms.add(array);
        }
        if (!asked.keys().isEmpty()) {
            forms.add(object(asked, Map.of()));
        }
        return forms;
    }

    private static Map<String, Object> scalar(String type, @Nullable Bounds bounds) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        if (bounds != null && (type.equals("number") || type.equals("integer"))) {
            schema.put("minimum", shortest(bounds.low()));
            schema.put("maximum", shortest(bounds.high()));
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

    private static Node list(Node... items) {
        return new Node.Sequence(List.of(items), NOWHERE);
    }

    private static Node.Mapping mapping(Map<String, Node> values) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put(key, new Node.Entry(NOWHERE, value)));
        return new Node.Mapping(entries, NOWHERE);
    }
}
