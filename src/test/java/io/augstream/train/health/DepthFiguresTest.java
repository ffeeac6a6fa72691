package io.augstream.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DepthFiguresTest {
    private static final double NONE = Double.NaN;

    /** Two hidden layers between the lowest and the output: deviations 1, 3, 9; gradients 16, 4, 1 from the bottom up. */
    private final HealthLog log = log("0.dense", "2.dense", "4.dense", "6.dense");

    @Test
    void gainsAreGeometricMeansOverTheHiddenLayersOfTheFirstStep() {
        log.add(seen(
                0,
                5,
                2,
                List.of(NONE, 16.0, 4.0, 1.0),
                figures(8, 1, 1),
                figures(8, 1, 3),
                figures(8, 1, 9),
                figures(8, 1, 77)));
        log.add(seen(
                10,
                1,
                2,
                List.of(NONE, 1.0, 1.0, 1.0),
                figures(8, 1, 1),
                figures(8, 1, 1),
                figures(8, 1, 1),
                figures(8, 1, 1)));

        DepthFigures depth = new DepthFigures(log);

        assertEquals(3, depth.forwardGain(), 1e-12);
        assertEquals(4, depth.backwardGain(), 1e-12);
    }

    /** The targets of the first batch alone make chance cheaper than it is. */
    @Test
    void theFirstLossIsHeldAgainstAllTargets() {
        log.add(seen(
                0,
                5,
                2,
                List.of(NONE, 1.0, 1.0, 1.0),
                figures(8, 1, 1),
                figures(8, 1, 1),
                figures(8, 1, 1),
                figures(8, 1, 1)));
        log.add(seen(
                10,
                1,
                2.5,
                List.of(NONE, 1.0, 1.0, 1.0),
                figures(2, 1, 1),
                figures(8, 1, 1),
                figures(8, 1, 1),
                figures(8, 1, 1)));

        DepthFigures depth = new DepthFigures(log);

        assertEquals(2, depth.firstLoss(), 1e-12);
        assertEquals(0.25, depth.weightsLeft(), 1e-12);
    }

    /** The lowest turns by a thousandth, the highest by a tenth; one that does not move at all is told as a float's end. */
    @Test
    void movementIsInPowersOfTen() {
        log.add(seen(
                0,
                1,
                2,
                List.of(NONE, 1.0, 1.0, 1.0),
                figures(8, 0.001, 1),
                figures(8, 1, 1),
                figures(8, 1, 1),
                figures(8, 0.1, 1)));
        assertEquals(-2, new DepthFigures(log).movement(), 1e-12);

        HealthLog still = log("0.dense", "2.dense");
        still.add(seen(0, 1, 2, List.of(NONE, 1.0), figures(8, 0, 1), figures(8, 1, 1)));
        assertEquals(-38, new DepthFigures(still).movement());
    }

    /** 0 / 0: symptom: one arm whose units were dead ended the whole measure. What decay does to its weights is no life. */
    @Test
    void aNetworkToWhichNoGradientComesDoesNotMoveBelow() {
        HealthLog dead = log("0.dense", "2.dense");
        dead.add(seen(0, 1, 2, List.of(NONE, 0.0), figures(8, 0, 1), figures(8, 0, 1)));
        assertEquals(-38, new DepthFigures(dead).movement());

        HealthLog decaying = log("0.dense", "2.dense");
        LayerFigures shrinking = new LayerFigures(0, 8, 1e-3, 1e-8, 0, 0, 0, 1, 0, 0, 0);
        decaying.add(seen(0, 1, 2, List.of(NONE, 0.0), shrinking, shrinking));
        assertEquals(-38, new DepthFigures(decaying).movement());

        HealthLog zeros = log("0.dense", "2.dense");
        LayerFigures zero = new LayerFigures(0, 0, 0, Double.NaN, 1, 0, 0, 1, 0, 0, 0);
        zeros.add(seen(0, 1, 2, List.of(NONE, 0.0), zero, zero));
        assertEquals(-38, new DepthFigures(zeros).movement());
    }

    @Test
    void whatCannotBeToldSaysWhy() {
        HealthLog shallow = log("0.dense", "2.dense");
        assertThrows(IllegalArgumentException.class, () -> new DepthFigures(shallow));

        shallow.add(seen(0, 1, 2, List.of(NONE, 1.0), figures(0, Double.NaN, 1), figures(8, 1, 1)));
        DepthFigures depth = new DepthFigures(shallow);

        assertTrue(message(depth::backwardGain).contains("too few layers"), message(depth::backwardGain));
        assertTrue(message(depth::forwardGain).contains("too few layers"), message(depth::forwardGain));
        assertTrue(message(depth::movement).startsWith("a layer's movement is 0 or no"), message(depth::movement));
    }

    private static String message(org.junit.jupiter.api.function.Executable asked) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, asked).getMessage());
    }

    private static HealthLog log(String... places) {
        List<String> names = List.of(places);
        List<WatchedLayer> layers = names.stream()
                .map(name -> new WatchedLayer(name, name, name, Response.LINEAR, false))
                .toList();
        return new HealthLog(layers, layers, names.stream().map(name -> 3).toList(), names);
    }

    private static Observation seen(
            long step, double loss, double chance, List<Double> boundaries, LayerFigures... layers) {
        return new Observation(step, loss, chance, 0, 0.5, 0.5, 1, 0.1, 1, boundaries, List.of(layers));
    }

    private static LayerFigures figures(double weight, double turn, double deviation) {
        return new LayerFigures(1, weight, 1, turn, 0, 0, deviation, 0, 0, 0, 1);
    }
}
