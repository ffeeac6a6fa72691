package io.augstream.train.safetensors;

import io.augstream.settings.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its tensors, checked against itself: each tensor's bytes are as many as its type and shape need, and
 * all of them together are the file's, each once.
 *
 * @param entries in the order of their bytes
 */
record Header(Map<String, String> metadata, List<Entry> entries) {
    static final String METADATA = "__metadata__";
    private static final int MOST_AXES = 32;

    /** A tensor's place: its bytes from {@code from} up to but not including {@code to}, behind the header. */
    record Entry(String name, ElementType type, List<Integer> shape, long from, long to) {
        int size() {
            return Math.toIntExact((to - from) / type.size());
        }
    }

    /**
     * @param bytes behind the header
     * @throws IllegalArgumentException if anything is wrong; the message names the tensor and the values
     */
    static Header parse(String json, long bytes) {
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        mapping(Json.parse(json), "the header").forEach((name, value) -> {
            if (name.equals(METADATA)) {
                mapping(value, METADATA).forEach((key, text) -> metadata.put(key, text(text, METADATA + "." + key)));
            } else {
                entries.add(entry(name, mapping(value, "tensor '" + name + "'"), bytes));
            }
        });
        entries.sort(Comparator.comparingLong(Entry::from).thenComparing(Entry::to));
        requireGapless(entries, bytes);
        return new Header(metadata, entries);
    }

    private static Entry entry(String name, Map<String, @Nullable Object> map, long bytes) {
        String where = "tensor '" + name + "': ";
        for (String key : map.keySet()) {
            if (!List.of("dtype", "shape", "data_offsets").contains(key)) {
                throw new IllegalArgumentException(where + "'" + key + "' is not dtype, shape or data_offsets");
            }
        }
        ElementType type = type(text(map.get("dtype"), where + "dtype"), where);
        List<Long> shape = numbers(map.get("shape"), where + "shape");
        List<Long> offsets = numbers(map.get("data_offsets"), where + "data_offsets");
        if (offsets.size() != 2) {
            throw new IllegalArgumentException(where + "data_offsets must be two, got " + offsets);
        }
        long from = offsets.get(0);
        long to = offsets.get(1);
        if (from > to || to > bytes) {
            throw new IllegalArgumentException(
                    where + "data_offsets " + offsets + " do not lie in order within the file's " + bytes + " bytes");
        }
        long size = size(shape, where);
        if (size > Integer.MAX_VALUE || size * type.size() != to - from) {
            throw new IllegalArgumentException(where + "shape " + shape + " of " + type + " needs " + size + " x "
                    + type.size() + " bytes, data_offsets " + offsets + " hold " + (to - from));
        }
        return new Entry(name, type, shape.stream().map(Math::toIntExact).toList(), from, to);
    }

    private static ElementType type(String written, String where) {
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(written)) {
                return type;
            }
        }
        throw new IllegalArgumentException(where + "dtype '" + written + "' is not F32, F64 or I64");
    }

    /** @return numbers in the tensor, each axis of the shape being an int */
    private static long size(List<Long> shape, String where) {
        long size = 1;
        for (long axis : shape) {
            if (axis > Integer.MAX_VALUE || (axis > 0 && size > Long.MAX_VALUE / axis)) {
                throw new IllegalArgumentException(where + "shape " + shape + " is beyond all files");
            }
            size *= axis;
        }
        return size;
    }

    private static void requireGapless(List<Entry> entries, long bytes) {
        long end = 0;
        String before = "the header";
        for (Entry entry : entries) {
            if (entry.from() != end) {
                throw new IllegalArgumentException("tensor '" + entry.name() + "' begins at byte " + entry.from()
                        + (entry.from() < end ? ", within " : ", behind a hole after ") + before + ", which ends at "
                        + end);
            }
            end = entry.to();
            before = "tensor '" + entry.name() + "'";
        }
        if (end != bytes) {
            throw new IllegalArgumentException(
                    "the tensors end at byte " + end + ", and there are " + bytes + " behind the header");
        }
    }

    @SuppressWarnings("unchecked") // JSON's keys are texts.
    private static Map<String, @Nullable Object> mapping(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException(what + " must be a JSON object");
    }

    private static String text(@Nullable Object value, String what) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(what + " must be a text");
    }

    private static List<Long> numbers(@Nullable Object value, String what) {
        List<Long> numbers = new ArrayList<>();
        if (value instanceof List<?> list && list.size() > MOST_AXES) {
            throw new IllegalArgumentException(
                    what + " has " + list.size() + " numbers, at most " + MOST_AXES + " may be");
        }
        for (Object item : value instanceof List<?> list ? list : List.of("none")) {
            if (!(item instanceof Integer || item instanceof Long) || ((Number) item).longValue() < 0) {
                throw new IllegalArgumentException(what + " must be a list of whole numbers of at least 0");
            }
            numbers.add(((Number) item).longValue());
        }
        return numbers;
    }
}
