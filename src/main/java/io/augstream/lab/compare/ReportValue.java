package io.augstream.lab.compare;

import io.augstream.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One value of a report.json, asked for by type; each missing or wrong one is an error with file, path and what is allowed.
 *
 * @param path for instance {@code arms[1].runs[0].seed}; empty for the whole document
 */
record ReportValue(String file, String path, @Nullable Object value) {
    /** @throws SettingsException if the key is missing; its value may be null */
    ReportValue get(String key) {
        String below = path.isEmpty() ? key : path + "." + key;
        if (!map().containsKey(key)) {
            throw new SettingsException(
                    file + ": '" + below + "' is missing, which 'augstream measure' of this version writes");
        }
        return new ReportValue(file, below, map().get(key));
    }

    /** The keys of an object, in the file's order. */
    List<String> keys() {
        return map().keySet().stream().map(String::valueOf).toList();
    }

    List<ReportValue> list() {
        if (value instanceof List<?> items) {
            List<ReportValue> values = new ArrayList<>();
            items.forEach(item -> values.add(new ReportValue(file, path + "[" + values.size() + "]", item)));
            return values;
        }
        throw wrong("a list");
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("a text");
    }

    boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong("true or false");
    }

    /** A finite one. */
    double number() {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong("a number");
    }

    long whole() {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw wrong("a whole number");
    }

    boolean isNull() {
        return value == null;
    }

    OptionalDouble numberOrNull() {
        return isNull() ? OptionalDouble.empty() : OptionalDouble.of(number());
    }

    SettingsException wrong(String expected) {
        String got = value instanceof Map
                ? "an object"
                : value instanceof List ? "a list" : value instanceof String ? "'" + value + "'" : "" + value;
        return new SettingsException(
                file + ": " + (path.isEmpty() ? "it" : path) + " must be " + expected + ", got " + got);
    }

    private Map<?, ?> map() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong("an object");
    }
}
