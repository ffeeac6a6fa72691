package io.augstream.lab.report;

import io.augstream.lab.LayerLook;
import io.augstream.lab.statistics.Percentiles;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen of the hidden layers after an epoch as JSON's maps and lists, from which it comes back; null is NaN. */
final class KeptLayers {
    private KeptLayers() {}

    static List<Map<String, @Nullable Object>> written(List<LayerLook> layers) {
        return layers.stream().map(KeptLayers::written).toList();
    }

    private static Map<String, @Nullable Object> written(LayerLook figures) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("layer", figures.layer());
        map.put("saturated", orNull(figures.saturated()));
        map.put("low", orNull(figures.input().low()));
        map.put("median", orNull(figures.input().median()));
        map.put("high", orNull(figures.input().high()));
        return map;
    }

    static List<LayerLook> read(Value layers) {
        return layers.list().stream().map(layer -> read(layer.section())).toList();
    }

    private static LayerLook read(Section figures) {
        return new LayerLook(
                figures.get("layer").text(),
                orNaN(figures.get("saturated")),
                new Percentiles(orNaN(figures.get("low")), orNaN(figures.get("median")), orNaN(figures.get("high"))));
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static double orNaN(Value value) {
        return value.isNothing() ? Double.NaN : value.number();
    }
}
