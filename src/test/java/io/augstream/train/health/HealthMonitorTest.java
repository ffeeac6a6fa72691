package io.augstream.train.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.nn.Dense;
import io.augstream.nn.Flatten;
import io.augstream.nn.Initializer;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.MeanSquaredError;
import io.augstream.nn.Network;
import io.augstream.nn.Relu;
import io.augstream.nn.Shape;
import io.augstream.nn.SmoothActivation;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.random.RandomKey;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthMonitorTest {
    private static final RandomKey KEY = RandomKey.of(1);
    private static final Initializer ANY = Initializer.HE_NORMAL;

    /** y = 3 · max(0, 2x) at −3 and 4, with ∂E/∂y of 1 and 10: every figure by hand. */
    @Test
    void figuresAreThoseOfTheFormula() {
        Network network = network(dense(1), new Relu(), dense(1));
        float[] first = weights(network, 0);
        float[] second = weights(network, 1);
        first[0] = 2;
        second[0] = 3;
        HealthMonitor monitor = monitor(network, HealthSettings.USUAL);

        float[] x = {-3, 4};
        float[] unused = network.train(x, 2, KEY, monitor.begin(x, 2));
        float[] gradient = {1, 10};
        network.backward(gradient);
        monitor.beforeMove();
        first[0] = 2.5f;
        second[0] = 2.75f;
        monitor.count(0.7, 1, new int[] {0, 0});
        monitor.afterMove(20, 0.1, gradient);

        Observation seen = monitor.log().observations().get(0);
        assertEquals(20, seen.step());
        assertEquals(0.7, seen.loss());
        assertEquals(0.1, seen.rate());
        assertEquals(Math.sqrt(12.5), seen.input(), 1e-12);
        assertEquals(Math.sqrt(101), seen.outputGradient(), 1e-12);
        assertEquals(List.of(Double.NaN, Math.sqrt(9 + 900)), seen.boundaries());
        LayerFigures lower = seen.layers().get(0);
        assertEquals(120, lower.gradient());
        assertEquals(2, lower.weight());
        assertEquals(0.5, lower.update());
        assertEquals(0, lower.turn());
        assertEquals(4, lower.mean());
        assertEquals(4, lower.deviation());
        assertEquals(0.5, lower.zeros());
        assertEquals(Double.NaN, lower.inputGradient());
        LayerFigures upper = seen.layers().get(1);
        assertEquals(80, upper.gradient());
        assertEquals(0.25, upper.update());
        assertEquals(12, upper.mean());
        assertEquals(0.5, upper.zeros());
        assertEquals(Math.sqrt(909), upper.inputGradient(), 1e-12);
        assertEquals(Math.sqrt(120 * 120 + 80 * 80), seen.gradient(), 1e-9);
    }

    /** (−0.04, 0.03) stands at a right angle to (3, 4). */
    @Test
    void aTurnIsTheAngleByWhichAStepTurnsTheWeights() {
        Network network = network(dense(2));
        float[] weights = weights(network, 0);
        weights[0] = 3;
        weights[1] = 4;
        WeightSample sample = new WeightSample(network.parameters().get(0));

        assertEquals(0, sample.take(0.001));
        weights[0] -= 0.04f;
        weights[1] += 0.03f;
        WeightSample.Move move = sample.move();

        assertEquals(0.05, move.norm(), 1e-6);
        assertEquals(0.05, move.across(), 1e-6);
    }

    /** 300 inputs of 1,000 units; the weights into one unit move by 1, so ‖Δw‖² = 300 whichever unit that is. */
    @Test
    void aSampleOfManyWeightsSeesEveryUnit() {
        Network network = Network.create(List.of(new Dense(1000, false, ANY)), Shape.vector(300), 1);
        float[] weights = weights(network, 0);
        for (int unit : new int[] {0, 1, 500, 999}) {
            WeightSample sample = new WeightSample(network.parameters().get(0));
            double unused = sample.take(0.001);
            for (int i = unit; i < weights.length; i += 1000) {
                weights[i] += 1;
            }
            assertEquals(Math.sqrt(300), sample.move().norm(), 0.02 * Math.sqrt(300));
        }
    }

    @Test
    void aUnitIsDeadOnceItWasZeroOnManyImages() {
        QuietUnits units = new QuietUnits(2);
        float[] y = {0, 1, 0, 0};

        units.look(y, 2, 2000);
        assertEquals(0, units.share(HealthRules.DEAD_IMAGES));
        units.look(y, 2, 48);
        assertEquals(0.5, units.share(HealthRules.DEAD_IMAGES));
        y[2] = 0.1f;
        units.look(y, 2, 48);
        assertEquals(0, units.share(HealthRules.DEAD_IMAGES));
    }

    /** The slope of σ is a twentieth of its greatest at y = 0.01266, that of tanh at y = 0.97468. */
    @Test
    void saturatedIsWhereTheSlopeIsBelowATwentiethOfItsGreatest() {
        assertTrue(Response.SIGMOID.isSaturated(0.0126));
        assertFalse(Response.SIGMOID.isSaturated(0.0127));
        assertTrue(Response.SIGMOID.isSaturated(0.9874));
        assertFalse(Response.SIGMOID.isSaturated(0.9873));
        assertTrue(Response.TANH.isSaturated(-0.9747));
        assertFalse(Response.TANH.isSaturated(-0.9746));
        assertFalse(Response.of(new Relu()).isSaturated(0));
        assertEquals(Response.SIGMOID, Response.of(SmoothActivation.SIGMOID));
        assertEquals(Response.OTHER, Response.of(SmoothActivation.GELU));
    }

    /** Of four images three are of the first class: H(3/4, 1/4). Smoothed by ε the floor is H(1 − ε/2, ε/2). */
    @Test
    void lossesAreHeldAgainstTheEntropiesOfTheTargets() {
        float[] targets = {1, 0, 1, 0, 0, 1, 1, 0};
        Levels plain = new Levels(new SoftmaxCrossEntropy(), 2);
        assertEquals(0, plain.look(targets, 4));
        assertEquals(entropy(0.75), plain.chance(), 1e-12);

        Levels smoothed = new Levels(new SoftmaxCrossEntropy(0.2), 2);
        assertEquals(entropy(0.9), smoothed.look(targets, 4), 1e-7);
        assertEquals(entropy(0.8 * 0.75 + 0.1), smoothed.chance(), 1e-7);

        Levels labelled = new Levels(new SoftmaxCrossEntropy(0.2), 2);
        assertEquals(entropy(0.9), labelled.look(new int[] {0, 0, 1, 0}), 1e-7);
        assertEquals(entropy(0.8 * 0.75 + 0.1), labelled.chance(), 1e-7);

        Levels squared = new Levels(new MeanSquaredError(), 2);
        assertEquals(0, squared.look(targets, 4));
        assertEquals(0.75 * 0.25, squared.chance(), 1e-12);
    }

    /** Losses 4 of one image and 1 of two: (4 + 2 · 1) / 3; two of three are right. The next look begins anew. */
    @Test
    void aLookTellsTheMeanOfAllStepsSinceTheLastOne() {
        Network network = network(dense(1));
        HealthMonitor monitor = monitor(network, HealthSettings.USUAL);
        monitor.count(4, 0, new int[] {0});
        look(network, monitor, 10, 1, 2, new int[] {0, 0});
        look(network, monitor, 20, 3, 1, new int[] {0, 0});

        List<Observation> seen = monitor.log().observations();
        assertEquals(2, seen.get(0).loss(), 1e-12);
        assertEquals(2.0 / 3, seen.get(0).accuracy(), 1e-12);
        assertEquals(3, seen.get(1).loss(), 1e-12);
        assertEquals(0.5, seen.get(1).accuracy(), 1e-12);
    }

    private static void look(
            Network network, HealthMonitor monitor, long step, double loss, int correct, int[] labels) {
        float[] x = new float[labels.length];
        float[] unused = network.train(x, labels.length, KEY, monitor.begin(x, labels.length));
        network.backward(x);
        monitor.beforeMove();
        monitor.count(loss, correct, labels);
        monitor.afterMove(step, 0.1, x);
    }

    @Test
    void everyTenthStepIsLookedAt() {
        HealthMonitor monitor = monitor(network(dense(1)), HealthSettings.USUAL);
        assertTrue(monitor.watches(0));
        assertFalse(monitor.watches(9));
        assertTrue(monitor.watches(10));
    }

    @Test
    void aLayerThatIsNotThereIsNamedBesideThoseThatAre() {
        Network network = network(dense(2), new Relu(), dense(1));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> monitor(network, new HealthSettings(10, List.of("1.dense"))));
        assertEquals(
                "no layer '1.dense' with weights; did you mean '0.dense'?; allowed: 0.dense, 2.dense",
                refusal.getMessage());
        assertEquals(
                List.of("2.dense"),
                monitor(network, new HealthSettings(10, List.of("2.dense")))
                        .log()
                        .layers());
    }

    /** Movement is told beside that of the highest: of the lowest alone nothing could be. */
    @Test
    void theHighestLayerIsWatchedBesideThoseThatAreNamed() {
        Network network = network(dense(2), new Relu(), dense(2), new Relu(), dense(1));
        assertEquals(
                List.of("0.dense", "4.dense"),
                monitor(network, new HealthSettings(10, List.of("0.dense")))
                        .log()
                        .layers());
    }

    @Test
    void aNetworkWithoutWeightsHasNoHealth() {
        Network network = network(new Flatten(), new Relu());
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> monitor(network, HealthSettings.USUAL));
        assertEquals(
                "the network has no dense and no convolution layer to watch; health: false asks for none",
                refusal.getMessage());
    }

    private static double entropy(double p) {
        return -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    }

    private static HealthMonitor monitor(Network network, HealthSettings settings) {
        return new HealthMonitor(network, new MeanSquaredError(), settings, layer -> false);
    }

    private static Dense dense(int units) {
        return new Dense(units, false, ANY);
    }

    private static Network network(LayerSpec... layers) {
        return Network.create(List.of(layers), Shape.vector(1), 1);
    }

    private static float[] weights(Network network, int parameter) {
        return network.parameters().get(parameter).value();
    }
}
