package io.augstream.train;

import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.settings.Json;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint belongs to: the network, layer by layer, and the training's settings. Where weights start and how many
 * threads train them is no part of it.
 */
final class Fingerprint {
    private Fingerprint() {}

    /** The shape of the images, then a layer each, as JSON's texts. */
    static List<Object> of(Network network) {
        List<Object> parts = new java.util.ArrayList<>();
        parts.add(network.input().toString());
        for (LayerSpec spec : network.specs()) {
            parts.add(Map.of(spec.kind(), written(spec)));
        }
        return parts;
    }

    static Map<String, Object> of(TrainSettings settings) {
        Map<String, Object> map = new LinkedHashMap<>(settings.resolved());
        map.remove("threads");
        return map;
    }

    /** @throws CheckpointException naming the first layer that is another; {@code there} is what JSON has given */
    static void requireSame(Network network, @Nullable Object there, String source) {
        List<Object> here = of(network);
        List<?> other = there instanceof List<?> list ? list : List.of();
        for (int i = 0; i < Math.max(here.size(), other.size()); i++) {
            Object mine = i < here.size() ? here.get(i) : null;
            Object its = i < other.size() ? other.get(i) : null;
            if (!same(its, mine)) {
                throw new CheckpointException(source + " is of another network: "
                        + (i == 0 ? "the input" : "layer " + (i - 1)) + difference(its, mine));
            }
        }
    }

    /** Down to the settings that differ, spelt as in a pipeline file. */
    private static String difference(@Nullable Object there, @Nullable Object here) {
        if (there instanceof Map<?, ?> its
                && here instanceof Map<?, ?> mine
                && its.keySet().equals(mine.keySet())) {
            return mine.keySet().stream()
                    .filter(key -> !same(its.get(key), mine.get(key)))
                    .map(key -> " " + spelt(key) + difference(its.get(key), mine.get(key)))
                    .collect(Collectors.joining(";"));
        }
        if (there instanceof List<?> its && here instanceof List<?> mine && its.size() == mine.size()) {
            return IntStream.range(0, mine.size())
                    .filter(i -> !same(its.get(i), mine.get(i)))
                    .mapToObj(i -> "[" + i + "]" + difference(its.get(i), mine.get(i)))
                    .collect(Collectors.joining(";"));
        }
        return " is " + words(there) + " there and " + words(here) + " here";
    }

    /** A layer by its kind, a value as it is written. */
    private static String words(@Nullable Object part) {
        if (part instanceof Map<?, ?> layer && layer.size() == 1) {
            return spelt(layer.keySet().iterator().next());
        }
        return part == null ? "none" : Json.line(part);
    }

    private static String spelt(Object key) {
        return key.toString().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static boolean same(@Nullable Object there, @Nullable Object here) {
        return Json.line(there).equals(Json.line(here));
    }

    /** @throws CheckpointException naming the first setting that is another */
    static void requireSame(TrainSettings settings, @Nullable Object there, String source) {
        Map<?, ?> other = there instanceof Map<?, ?> map ? map : Map.of();
        Map<String, Object> here = of(settings);
        TreeSet<String> keys = new TreeSet<>(here.keySet());
        other.keySet().forEach(key -> keys.add(String.valueOf(key)));
        for (String key : keys) {
            String mine = here.containsKey(key) ? Json.line(here.get(key)) : "not set";
            String its = other.containsKey(key) ? Json.line(other.get(key)) : "not set";
            if (!mine.equals(its)) {
                throw new CheckpointException(source + " is of another training: train." + key + " is " + its
                        + " there and " + mine + " here");
            }
        }
    }

    /** Records as maps of their parts, so that numbers have the same digits on every Java version. */
    private static Object written(Object value) {
        if (value instanceof Record record) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Object part = part(record, component);
                if (part != null && !(part instanceof Initializer)) {
                    map.put(component.getName(), written(part));
                }
            }
            return map;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Fingerprint::layer).toList();
        }
        return value instanceof Number || value instanceof Boolean
                ? value
                : value.toString().toLowerCase(Locale.ROOT);
    }

    private static Object layer(Object value) {
        return value instanceof LayerSpec spec ? Map.of(spec.kind(), written(spec)) : written(value);
    }

    private static @Nullable Object part(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record shows its parts", e);
        }
    }
}
