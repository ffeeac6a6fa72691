package io.augstream.lab.compare;

import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pipeline file as one line a value: {@code stages.rotate.degrees} is {@code [-15, 15]}. An item of a list
 * is called by its name, so that a stage more does not make lines of all behind it; the list's own line tells their order.
 */
final class PipelineLines {
    private final Map<String, String> lines = new LinkedHashMap<>();

    private PipelineLines() {}

    static Map<String, String> of(Settings file) {
        PipelineLines flat = new PipelineLines();
        flat.addAll("", file.root());
        return flat.lines;
    }

    private void addAll(String path, Section section) {
        for (String key : section.keys()) {
            add(path.isEmpty() ? key : path + "." + key, section.get(key));
        }
    }

    private void add(String path, Value value) {
        if (value.isMapping() && !value.section().keys().isEmpty()) {
            addAll(path, value.section());
        } else if (value.isList()) {
            addItems(path, value.list());
        } else {
            lines.put(path, value.isNothing() ? "null" : value.written());
        }
    }

    private void addItems(String path, List<Value> items) {
        List<String> names = items.stream().map(ListItem::name).toList();
        boolean allNamed = !names.contains("");
        if (allNamed) {
            lines.put(path, "[" + String.join(", ", names) + "]");
        }
        boolean byName = allNamed && names.stream().distinct().count() == names.size();
        for (int i = 0; i < items.size(); i++) {
            if (byName) {
                addNamed(path + "." + names.get(i), names.get(i), items.get(i));
            } else if (!allNamed || ListItem.hasParts(items.get(i))) {
                add(path + "." + i, items.get(i));
            }
        }
    }

    /** A bare name is told by the list's own line. */
    private void addNamed(String path, String name, Value item) {
        if (ListItem.hasParts(item)) {
            add(path, ListItem.kind(item).equals(name) ? item.section().get(name) : item);
            lines.remove(path + "." + ListItem.NAME);
        }
    }
}
