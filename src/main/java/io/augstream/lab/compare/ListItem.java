package io.augstream.lab.compare;

import io.augstream.settings.Value;

/** How the items of a pipeline file's lists are called: numbers and bare names by themselves, stages by kind or name, arms by name. */
final class ListItem {
    static final String NAME = "name";

    private ListItem() {}

    /** Empty where an item has no name, as claims have none. */
    static String name(Value item) {
        if (!hasParts(item)) {
            return item.written();
        }
        if (!item.isMapping()) {
            return "";
        }
        String kind = kind(item);
        if (kind.isEmpty()) {
            return given(item, "");
        }
        return given(item.section().get(kind), kind);
    }

    static boolean hasParts(Value item) {
        return item.isMapping() || item.isList();
    }

    /** The one key of an item such as {@code rotate: {degrees: 5}}; empty where there are more, or none. */
    static String kind(Value item) {
        return item.isMapping() && item.section().keys().size() == 1
                ? item.section().keys().iterator().next()
                : "";
    }

    private static String given(Value item, String otherwise) {
        return item.isMapping()
                ? item.section()
                        .find(NAME)
                        .filter(name -> !hasParts(name))
                        .map(Value::written)
                        .orElse(otherwise)
                : otherwise;
    }
}
