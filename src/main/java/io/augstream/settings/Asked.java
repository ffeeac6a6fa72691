package io.augstream.settings;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What binders asked of one value of a file: as what they read it, and what they take where it is absent. */
final class Asked {
    private final Set<String> types = new LinkedHashSet<>();
    private final Set<String> choices = new LinkedHashSet<>();
    private final Map<String, Asked> keys = new LinkedHashMap<>();
    private @Nullable Asked items;
    private final Set<Object> otherwise = new LinkedHashSet<>();
    private @Nullable String missing;

    /** @param type of JSON Schema: number, integer, boolean or string */
    void as(String type) {
        types.add(type);
    }

    void asOneOf(List<String> names) {
        choices.addAll(names);
    }

    void insteadOf(Object absent) {
        otherwise.add(absent);
    }

    Asked key(String key) {
        return keys.computeIfAbsent(key, unknown -> new Asked());
    }

    Asked items() {
        if (items == null) {
            items = new Asked();
        }
        return items;
    }

    void missing(@Nullable String key) {
        missing = key;
    }

    /** The key that the last binding complained about for want of it. */
    @Nullable String missing() {
        return missing;
    }

    Map<String, Asked> keys() {
        return keys;
    }

    Set<String> choices() {
        return choices;
    }

    Set<String> types() {
        return types;
    }

    @Nullable Asked knownItems() {
        return items;
    }

    /** Nothing where it depends on other settings. */
    @Nullable Object otherwise() {
        return otherwise.size() == 1 ? otherwise.iterator().next() : null;
    }
}
