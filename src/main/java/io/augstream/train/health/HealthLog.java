package io.augstream.train.health;

import io.augstream.train.safetensors.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was seen of a training, step by step. */
public final class HealthLog {
    public static final String NAME = HealthMonitor.PREFIX + "log";
    private static final int HEAD = 9;

    private final List<WatchedLayer> all;
    private final List<WatchedLayer> layers;
    private final List<Integer> units;
    private final List<String> boundaries;
    private final List<Observation> observations = new ArrayList<>();

    /**
     * @param all layers with weights, watched or not
     * @param layers those that are watched
     * @param units of each of these: a dense layer's, or a convolution's output channels
     */
    HealthLog(List<WatchedLayer> all, List<WatchedLayer> layers, List<Integer> units, List<String> boundaries) {
        this.all = List.copyOf(all);
        this.layers = List.copyOf(layers);
        this.units = List.copyOf(units);
        this.boundaries = List.copyOf(boundaries);
    }

    void add(Observation observation) {
        observations.add(observation);
    }

    /** With weights, whether anybody watches them or not. */
    List<WatchedLayer> all() {
        return all;
    }

    List<WatchedLayer> watched() {
        return layers;
    }

    int units(int layer) {
        return units.get(layer);
    }

    /** The places of the layers, lowest first. */
    public List<String> layers() {
        return layers.stream().map(WatchedLayer::name).toList();
    }

    /** The places between which gradients are compared, lowest first. */
    public List<String> boundaries() {
        return boundaries;
    }

    /** In the order of their steps. */
    public List<Observation> observations() {
        return Collections.unmodifiableList(observations);
    }

    /** A row an observation: nothing in it depends on time or machine. */
    public Tensor table() {
        double[] table = new double[observations.size() * columns()];
        int at = 0;
        for (Observation one : observations) {
            double[] head = {
                one.step(),
                one.loss(),
                one.chance(),
                one.floor(),
                one.accuracy(),
                one.guess(),
                one.input(),
                one.rate(),
                one.outputGradient()
            };
            System.arraycopy(head, 0, table, at, HEAD);
            at += HEAD;
            for (double norm : one.boundaries()) {
                table[at++] = norm;
            }
            for (LayerFigures figures : one.layers()) {
                System.arraycopy(figures.row(), 0, table, at, LayerFigures.COUNT);
                at += LayerFigures.COUNT;
            }
        }
        return new Tensor(NAME, List.of(observations.size(), columns()), table);
    }

    /** Whether the table is one that {@link #table} can have written for the same layers. */
    public boolean fits(Tensor table) {
        return table.values() instanceof double[]
                && table.shape().size() == 2
                && table.shape().get(1) == columns();
    }

    /** Takes what is in the table in place of what was seen. */
    public void restore(Tensor table) {
        observations.clear();
        double[] rows = table.doubles();
        for (int at = 0; at < rows.length; at += columns()) {
            observations.add(observation(rows, at));
        }
    }

    private Observation observation(double[] rows, int at) {
        List<Double> norms = new ArrayList<>();
        for (int i = 0; i < boundaries.size(); i++) {
            norms.add(rows[at + HEAD + i]);
        }
        List<LayerFigures> figures = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            figures.add(LayerFigures.of(rows, at + HEAD + boundaries.size() + i * LayerFigures.COUNT));
        }
        return new Observation(
                (long) rows[at],
                rows[at + 1],
                rows[at + 2],
                rows[at + 3],
                rows[at + 4],
                rows[at + 5],
                rows[at + 6],
                rows[at + 7],
                rows[at + 8],
                norms,
                figures);
    }

    private int columns() {
        return HEAD + boundaries.size() + layers.size() * LayerFigures.COUNT;
    }
}
