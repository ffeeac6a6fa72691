package io.augstream.lab;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was measured of a run beside its scores.
 *
 * @param values of the metrics that somebody wants, and of those that cost nothing
 * @param untold why what somebody wants cannot be told of this run, as of a network of too few layers
 */
public record Measurements(Map<Metric, Double> values, Map<Metric, String> untold) {
    static final Measurements NONE = new Measurements(Map.of(), Map.of());

    public Measurements {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
        untold = untold.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(untold));
    }
}
