package io.augstream.pipeline;

import io.augstream.operation.Operation;
import io.augstream.settings.Suggestion;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way back from {@link Description}: makes draws of plain maps. Operations are the records of their package, found by
 * their names and made by their constructors, which check what they are given; nothing else can be made.
 */
final class DrawBinder {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,99}");
    private static final Pattern WORD = Pattern.compile("(?:^|_)([a-z0-9])");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");

    private DrawBinder() {}

    /** @throws IllegalArgumentException if {@code plain} is no draw: says what is wrong and what is allowed */
    static Draw bind(@Nullable Object plain) {
        Map<?, ?> map = require(Map.class, plain, "a draw", "a mapping of keys to values");
        Map<Object, Object> components = new HashMap<>(map);
        String stage = require(String.class, components.remove("stage"), "stage", "a text");
        String name = require(String.class, components.remove("operation"), "operation", "a text");
        try {
            return new Draw(stage, (Operation) record(operation(name), components));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("stage '" + stage + "', operation '" + name + "': " + e.getMessage(), e);
        }
    }

    private static Class<?> operation(String name) {
        if (NAME.matcher(name).matches()) {
            String simple =
                    WORD.matcher(name).replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
            try {
                Class<?> found = Class.forName(
                        Operation.class.getPackageName() + "." + simple, false, Operation.class.getClassLoader());
                if (found.isRecord() && Operation.class.isAssignableFrom(found)) {
                    return found;
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalArgumentException("no operation is called so", e);
            }
        }
        throw new IllegalArgumentException("no operation is called so");
    }

    private static Object record(Class<?> type, Map<?, ?> plain) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Arrays.stream(components)
                .map(component -> Description.snakeCase(component.getName()))
                .toList();
        for (Object key : plain.keySet()) {
            if (!names.contains(key)) {
                throw new IllegalArgumentException(
                        "unknown key '" + key + "'" + Suggestion.of(String.valueOf(key), names));
            }
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = names.get(i);
            if (!plain.containsKey(name)) {
                throw new IllegalArgumentException("'" + name + "' is missing");
            }
            values[i] = value(components[i].getGenericType(), plain.get(name), name);
        }
        return made(type, components, values);
    }

    private static Object made(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot make " + type + " of " + Arrays.toString(values), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private static Object value(Type type, @Nullable Object plain, String name) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type item = list.getActualTypeArguments()[0];
            return require(List.class, plain, name, "a list").stream()
                    .map(each -> value(item, each, name))
                    .toList();
        }
        if (type == double.class || type == Double.class) {
            return require(Number.class, plain, name, "a number").doubleValue();
        }
        if (type == int.class || type == Integer.class) {
            return require(Integer.class, plain, name, "a whole number");
        }
        if (type == boolean.class) {
            return require(Boolean.class, plain, name, "true or false");
        }
        if (type == long.class) {
            return key(plain, name);
        }
        if (type instanceof Class<?> choice && choice.isEnum()) {
            return choice(choice, plain, name);
        }
        if (type instanceof Class<?> nested && nested.isRecord()) {
            return record(nested, require(Map.class, plain, name, "a mapping of keys to values"));
        }
        throw new IllegalStateException("a draw's " + name + " of " + type + " cannot be read back");
    }

    private static long key(@Nullable Object plain, String name) {
        if (plain instanceof String digits && KEY.matcher(digits).matches()) {
            return HexFormat.fromHexDigitsToLong(digits);
        }
        throw wrong(name, "16 hexadecimal digits in lower case", plain);
    }

    private static Object choice(Class<?> type, @Nullable Object plain, String name) {
        List<Object> constants = Arrays.asList(type.getEnumConstants());
        List<Object> names = constants.stream().map(Description::plain).toList();
        int index = names.indexOf(plain);
        if (index < 0) {
            throw wrong(name, "one of " + names, plain);
        }
        return constants.get(index);
    }

    private static <T> T require(Class<T> type, @Nullable Object plain, String name, String expected) {
        if (type.isInstance(plain)) {
            return type.cast(plain);
        }
        throw wrong(name, expected, plain);
    }

    private static IllegalArgumentException wrong(String name, String expected, @Nullable Object plain) {
        String got = plain instanceof Map ? "a mapping" : plain instanceof List ? "a list" : "'" + plain + "'";
        return new IllegalArgumentException(
                name + " must be " + expected + ", got " + (plain == null ? "nothing" : got));
    }
}
