package io.augstream.pipeline;

import io.augstream.operation.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns drawn records into plain maps, lists, texts and numbers. */
final class Description {
    private Description() {}

    static Map<String, Object> of(Draw draw) {
        Operation operation = draw.operation();
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("stage", draw.stage());
        if (operation instanceof Record drawn) {
            plain.put("operation", snakeCase(drawn.getClass().getSimpleName()));
            plain.putAll(components(drawn));
        } else {
            plain.put("operation", operation.toString());
        }
        return plain;
    }

    private static Map<String, Object> components(Record drawn) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : drawn.getClass().getRecordComponents()) {
            plain.put(snakeCase(component.getName()), plain(valueOf(component, drawn)));
        }
        return plain;
    }

    /** The first component of this type, if there is one. */
    static <T> Optional<T> component(Record drawn, Class<T> type) {
        return Arrays.stream(drawn.getClass().getRecordComponents())
                .filter(component -> component.getType() == type)
                .findFirst()
                .map(component -> type.cast(valueOf(component, drawn)));
    }

    static Object plain(Object value) {
        if (value instanceof Record nested) {
            return components(nested);
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Long key) {
            return String.format(Locale.ROOT, "%016x", key);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Description::plain).toList();
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static Object valueOf(RecordComponent component, Record drawn) {
        try {
            component.getAccessor().trySetAccessible();
            return component.getAccessor().invoke(drawn);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component + " of " + drawn, e);
        }
    }

    static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
