package io.augstream.train.health;

import java.util.ArrayList;
import java.util.List;

/**
 * By how much steps turned each layer's weights, over a training, in as many columns as one can look at.
 *
 * @param layers their places, lowest first
 * @param steps one of each column, from 0
 * @param moves of each layer and column the angle in radians by which the step turned w; NaN of weights of 0
 */
public record HealthMap(List<String> layers, List<Long> steps, List<List<Double>> moves) {
    public HealthMap {
        layers = List.copyOf(layers);
        steps = List.copyOf(steps);
        moves = moves.stream().map(List::copyOf).toList();
    }

    /** @param most columns; where there were more looks, some of them, evenly from the first to the last */
    public static HealthMap of(HealthLog log, int most) {
        List<Observation> all = log.observations();
        int columns = Math.min(most, all.size());
        List<Observation> some = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            some.add(all.get(columns == 1 ? 0 : (int) ((long) i * (all.size() - 1) / (columns - 1))));
        }
        List<List<Double>> moves = new ArrayList<>();
        for (int i = 0; i < log.layers().size(); i++) {
            int layer = i;
            moves.add(some.stream().map(seen -> move(seen.layers().get(layer))).toList());
        }
        return new HealthMap(log.layers(), some.stream().map(Observation::step).toList(), moves);
    }

    private static double move(LayerFigures figures) {
        return Double.isFinite(figures.turn()) ? figures.turn() : Double.NaN;
    }
}
