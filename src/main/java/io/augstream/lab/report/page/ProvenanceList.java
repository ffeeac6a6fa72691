package io.augstream.lab.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Nested names and values as a flat list: {@code data sha256 files}. */
final class ProvenanceList {
    private ProvenanceList() {}

    static Html of(Map<String, ?> provenance) {
        List<Html> entries = new ArrayList<>();
        add(entries, "", provenance);
        return Html.join(entries);
    }

    private static void add(List<Html> entries, String prefix, Map<?, ?> map) {
        map.forEach((key, value) -> {
            String name = prefix + String.valueOf(key).replace('_', ' ');
            if (value instanceof Map<?, ?> inner) {
                add(entries, name + " ", inner);
            } else {
                entries.add(Element.of("div")
                        .add(Element.of("dt").add(name))
                        .add(Element.of("dd").add(Html.name(written(value))))
                        .html());
            }
        });
    }

    private static String written(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
