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
        map.put("saturated", KeptNumber.written(figures.saturated()));
        map.put("low", KeptNumber.written(figures.input().low()));
        map.put("median", KeptNumber.written(figures.input().median()));
        map.put("high", KeptNumber.written(figures.input().high()));
        return map;
    }

    static List<LayerLook> read(Value layers) {
        return layers.list().stream().map(layer -> read(layer.section())).toList();
    }

    private static LayerLook read(Section figures) {
        return new LayerLook(
                figures.get("layer").text(),
                KeptNumber.read(figures.get("saturated")),
                new Percentiles(
                        KeptNumber.read(figures.get("low")),
                        KeptNumber.read(figures.get("median")),
                        KeptNumber.read(figures.get("high"))));
    }
}
