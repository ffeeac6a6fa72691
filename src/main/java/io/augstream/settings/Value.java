package io.augstream.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One value of the file, asked for by type; each wrong type is an error with file, line, path and what is allowed. */
public final class Value {
    /** YAML 1.1 reads {@code 5e-4} as text for want of a dot; people mean the number. */
    static final Pattern NUMBER = Pattern.compile("[-+]?(\\d[\\d_]*\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");

    private final String path;
    private final Node node;
    private final Asked asked;

    Value(String path, Node node, Asked asked) {
        this.path = path;
        this.node = node;
        this.asked = asked;
    }

    Node node() {
        return node;
    }

    /** As plain maps, lists and scalars, which {@link Json} writes. */
    public @Nullable Object plain() {
        return node.plain();
    }

    /** On one line: a scalar as the file says it, anything else as JSON. */
    public String written() {
        return node instanceof Node.Scalar scalar ? scalar.text() : Json.line(node.plain());
    }

    /** For instance {@code stages[2].rotate.degrees}. */
    public String path() {
        return path;
    }

    public boolean isList() {
        return node instanceof Node.Sequence;
    }

    public boolean isMapping() {
        return node instanceof Node.Mapping;
    }

    public boolean isText() {
        return node instanceof Node.Scalar scalar && scalar.value() instanceof String && !isNumber();
    }

    public boolean isNumber() {
        return node instanceof Node.Scalar scalar
                && scalar.value() != null
                && !(scalar.value() instanceof Boolean)
                && NUMBER.matcher(scalar.text()).matches();
    }

    public boolean isFlag() {
        return node instanceof Node.Scalar scalar && scalar.value() instanceof Boolean;
    }

    /** Whether the key stands there with no value behind it, or null. */
    public boolean isNothing() {
        return node instanceof Node.Scalar scalar && scalar.value() == null;
    }

    public double number() {
        asked.as("number");
        return parsed();
    }

    double parsed() {
        if (isNumber() && node instanceof Node.Scalar scalar) {
            return Double.parseDouble(scalar.text().replace("_", ""));
        }
        throw wrong("a number");
    }

    public int integer() {
        double number = wholeNumber();
        if (Math.abs(number) <= Integer.MAX_VALUE) {
            return (int) number;
        }
        throw wrong("a whole number of at most " + Integer.MAX_VALUE);
    }

    /** A whole number of any size, for those who know within which bounds it must lie. */
    public double wholeNumber() {
        asked.as("integer");
        double number = isNumber() ? parsed() : Double.NaN;
        if (number == Math.rint(number)) {
            return number;
        }
        throw wrong("a whole number");
    }

    /** A 64-bit whole number, as seeds are. */
    public long whole() {
        asked.as("integer");
        if (node instanceof Node.Scalar scalar && WHOLE.matcher(scalar.text()).matches()) {
            return Long.parseLong(scalar.text());
        }
        throw wrong("a whole number of at most 18 digits");
    }

    public boolean flag() {
        asked.as("boolean");
        if (node instanceof Node.Scalar scalar && scalar.value() instanceof Boolean flag) {
            return flag;
        }
        throw wrong("true or false");
    }

    public String text() {
        asked.as("string");
        if (node instanceof Node.Scalar scalar && scalar.value() != null) {
            return scalar.text();
        }
        throw wrong("a text");
    }

    public List<Value> list() {
        if (node instanceof Node.Sequence sequence) {
            List<Value> values = new ArrayList<>();
            for (Node item : sequence.items()) {
                values.add(new Value(path + "[" + values.size() + "]", item, asked.items()));
            }
            return values;
        }
        throw wrong("a list");
    }

    public Section section() {
        if (node instanceof Node.Mapping mapping) {
            return new Section(path, mapping, asked);
        }
        throw wrong("a mapping of keys to values");
    }

    /** A bare name, or a mapping of one name to its settings, as the items of lists of stages and layers are. */
    public Item item() {
        if (isText() && node instanceof Node.Scalar scalar) {
            return new Item(scalar.text(), new Section(path, new Node.Mapping(Map.of(), node.place()), new Asked()));
        }
        if (node instanceof Node.Mapping mapping && mapping.entries().size() == 1) {
            String name = mapping.entries().keySet().iterator().next();
            return new Item(name, new Section(path, mapping, new Asked()).section(name));
        }
        throw error("must be a name, or one name with its settings as in 'name: {key: value}', got "
                + (node instanceof Node.Mapping mapping
                        ? "a mapping of " + mapping.entries().size() + " keys"
                        : node.described()));
    }

    /** An error at this value's place: {@code problem} says what is wrong and what is allowed. */
    public SettingsException error(String problem) {
        return new SettingsException(node.place() + ": " + path + ": " + problem);
    }

    /** An error that this value is not {@code expected}, for instance "a number". */
    public SettingsException wrong(String expected) {
        return error("must be " + expected + ", got " + node.described());
    }
}
