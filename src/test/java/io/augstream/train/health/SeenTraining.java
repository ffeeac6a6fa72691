package io.augstream.train.health;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * A training as a log tells it, made up: two dense layers of 4 units, the lower one behind a ReLU, and a look every tenth step from 0
 * on. A guess's loss is 2, and half of the images are named rightly, as many as by a guess.
 */
final class SeenTraining {
    /** A layer that lives: ‖w‖ is 2, as He's of 4 units nearly, and a step moves it by a thousandth of that. */
    static final LayerFigures SOUND = new LayerFigures(1, 2, 0.002, 0.001, 0, 0.4, 0.6, 0.5, 0, 0, 1);

    static final double CHANCE = 2;
    private static final int EVERY = 10;

    private SeenTraining() {}

    /**
     * @param loss by the number of the look
     * @param lower what is seen of the lower layer, likewise
     * @param upper of the upper one
     */
    static HealthLog of(
            int looks, IntToDoubleFunction loss, IntFunction<LayerFigures> lower, IntFunction<LayerFigures> upper) {
        return of(looks, 0, loss, lower, upper);
    }

    /** @param floor the least loss that the targets allow */
    static HealthLog of(
            int looks,
            double floor,
            IntToDoubleFunction loss,
            IntFunction<LayerFigures> lower,
            IntFunction<LayerFigures> upper) {
        List<WatchedLayer> watched = List.of(
                new WatchedLayer("0.dense", "0.dense", "1.relu", Response.RECTIFIER, false),
                new WatchedLayer("2.dense", "2.dense", "2.dense", Response.LINEAR, false));
        HealthLog log = new HealthLog(watched, watched, List.of(4, 4), List.of("0.dense", "2.dense"));
        for (int look = 0; look < looks; look++) {
            List<LayerFigures> layers = new ArrayList<>(List.of(lower.apply(look), upper.apply(look)));
            log.add(new Observation(
                    (long) EVERY * look,
                    loss.applyAsDouble(look),
                    CHANCE,
                    floor,
                    0.5,
                    0.5,
                    1,
                    0.1,
                    1,
                    List.of(Double.NaN, 1.0),
                    layers));
        }
        return log;
    }

    static Diagnosis diagnosis(int looks, IntToDoubleFunction loss, IntFunction<LayerFigures> lower) {
        return Judge.diagnose(of(looks, loss, lower, look -> SOUND), 0, null);
    }

    /** @param share of their weights that a step moves both layers by */
    static Diagnosis diagnosis(int looks, IntToDoubleFunction loss, double share) {
        return Judge.diagnose(of(looks, loss, look -> moving(share), look -> moving(share)), 0, null);
    }

    /** Of a layer that lives but moves so far a step, beside its weights. */
    static LayerFigures moving(double share) {
        return new LayerFigures(1, 2, 2 * share, share, 0, 0.4, 0.6, 0.5, 0, 0, 1);
    }

    /** Of a layer that gives nothing but 0. */
    static LayerFigures silent() {
        return new LayerFigures(0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0);
    }
}
