package io.augstream.lab.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A key that runs give different values.
 *
 * @param values by the runs' labels; absent where a run does not give the key
 */
record Difference(String key, Map<String, Optional<String>> values) {
    Difference {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** @param runs keys and values, by the runs' labels */
    static List<Difference> among(Map<String, Map<String, String>> runs) {
        Set<String> keys = new LinkedHashSet<>();
        runs.values().forEach(run -> keys.addAll(run.keySet()));
        return keys.stream()
                .map(key -> of(key, runs))
                .filter(difference ->
                        difference.values().values().stream().distinct().count() > 1)
                .toList();
    }

    private static Difference of(String key, Map<String, Map<String, String>> runs) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        runs.forEach((label, run) -> values.put(label, Optional.ofNullable(run.get(key))));
        return new Difference(key, values);
    }
}
