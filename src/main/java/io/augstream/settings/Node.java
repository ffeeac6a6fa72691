package io.augstream.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value of the YAML tree and the place where it was written. */
sealed interface Node {
    Place place();

    /** The tree below as plain maps, lists and scalars. */
    @Nullable Object plain();

    /** As an error message would call it. */
    String described();

    /** A text, number, flag or null; {@code text} is what the file says. */
    record Scalar(@Nullable Object value, String text, Place place) implements Node {
        @Override
        public @Nullable Object plain() {
            return value;
        }

        @Override
        public String described() {
            return value == null ? "nothing" : value instanceof String ? "'" + text + "'" : text;
        }
    }

    record Sequence(List<Node> items, Place place) implements Node {
        @Override
        public Object plain() {
            List<@Nullable Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(item.plain()));
            return plain;
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    record Mapping(Map<String, Entry> entries, Place place) implements Node {
        @Override
        public Object plain() {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            entries.forEach((key, entry) -> plain.put(key, entry.value().plain()));
            return plain;
        }

        @Override
        public String described() {
            return "a mapping";
        }
    }

    /** A mapping's value and the place of its key. */
    record Entry(Place keyPlace, Node value) {}
}
