package io.augstream.lab;

import io.augstream.run.TrainingFile;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What arms may change of the pipeline file: {@code stages}, {@code network} and {@code train}, as a whole or by keys below them,
 * and {@code data.train_size}. Everything else is what makes them comparable.
 */
final class ArmChanges {
    static final String TRAIN_SIZE = "data.train_size";

    private static final List<String> PARTS = List.of("stages", "network", "train");

    private ArmChanges() {}

    /** @param set mappings of keys to values; {@code {train.weight_decay: 0.01}} */
    static Map<String, Value> from(Section set) {
        Map<String, Value> changes = new LinkedHashMap<>();
        for (String key : set.keys()) {
            changes.put(key, require(key, set.get(key)));
        }
        return changes;
    }

    /** @throws io.augstream.settings.SettingsException at the value, if no arm may change the key */
    static Value require(String key, Value value) {
        if (PARTS.stream().noneMatch(part -> key.equals(part) || key.startsWith(part + "."))
                && !key.equals(TRAIN_SIZE)) {
            throw value.error("'" + key + "' is shared by all arms; an arm may change stages, network, train and "
                    + TRAIN_SIZE + ", by keys such as train.weight_decay");
        }
        return value;
    }

    /** The file with the changes, bound; errors tell the lines of the changes. */
    static TrainingFile applied(Settings file, Map<String, Value> changes) {
        Settings changed = file;
        for (Map.Entry<String, Value> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        return TrainingFile.from(changed);
    }

    /** As text that names an arm: {@code weight_decay=0.01 batch=32}. */
    static String named(Map<String, Value> changes) {
        KeyEndings endings = new KeyEndings(changes.keySet());
        return changes.entrySet().stream()
                .map(change ->
                        endings.of(change.getKey()) + "=" + change.getValue().written())
                .collect(Collectors.joining(" "));
    }
}
