package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class StepViewerTest {
    private static final Initializer ANY = Initializer.HE_NORMAL;
    private static final RandomKey KEY = RandomKey.of(3);

    /** Keeps what it is shown, by name. */
    private static final class Seen implements StepViewer {
        private final Map<String, float[]> outputs = new LinkedHashMap<>();
        private final Map<String, float[]> gradients = new LinkedHashMap<>();
        private final Map<String, String> shapes = new LinkedHashMap<>();

        float[] output(String layer) {
            return Objects.requireNonNull(outputs.get(layer), layer);
        }

        @Override
        public void output(String layer, float[] y, int rows, int features) {
            outputs.put(layer, Arrays.copyOf(y, rows * features));
            shapes.put(layer, rows + "x" + features);
        }

        @Override
        public void inputGradient(String layer, float[] g, int length) {
            gradients.put(layer, Arrays.copyOf(g, length));
        }
    }

    /** y = 3 · max(0, 2x), so ∂y/∂(input of the last layer) = 3, and nobody needs what lies below the first. */
    @Test
    void outputsAndGradientsAreThoseOfTheFormula() {
        Network network = Network.create(
                List.of(new Dense(1, false, ANY), new Relu(), new Dense(1, false, ANY)), Shape.vector(1), 1);
        network.parameters().get(0).value()[0] = 2;
        network.parameters().get(1).value()[0] = 3;
        Seen seen = new Seen();

        float[] y = network.train(new float[] {-3, 4}, 2, KEY, seen);
        network.backward(new float[] {1, 10});

        assertEquals(24, y[1]);
        assertEquals(List.of("0.dense", "1.relu", "2.dense"), new ArrayList<>(seen.outputs.keySet()));
        assertArrayEquals(new float[] {-6, 8}, seen.outputs.get("0.dense"));
        assertArrayEquals(new float[] {0, 8}, seen.outputs.get("1.relu"));
        assertArrayEquals(new float[] {0, 24}, seen.outputs.get("2.dense"));
        assertEquals(List.of("2.dense"), new ArrayList<>(seen.gradients.keySet()));
        assertArrayEquals(new float[] {3, 30}, seen.gradients.get("2.dense"));
    }

    /** Every pass that layers share: each place is shown once, under the name of the last layer that was computed in it. */
    @Test
    void layersThatAreComputedTogetherAreShownAsTheLast() {
        Seen seen = new Seen();
        Network network = fused();

        float[] y = network.train(RandomValues.floats(4 * 32, 7), 4, KEY, seen);
        network.backward(new float[4 * 2]);

        assertEquals(
                List.of(
                        "0.convolution",
                        "2.relu",
                        "3.residual.branch.0.convolution",
                        "3.residual.branch.2.relu",
                        "3.residual.branch.3.convolution",
                        "3.residual",
                        "4.convolution",
                        "5.batch_norm",
                        "6.convolution",
                        "7.flatten",
                        "8.dense"),
                new ArrayList<>(seen.outputs.keySet()));
        assertEquals("64x3", seen.shapes.get("3.residual"));
        assertEquals("4x2", seen.shapes.get("8.dense"));
        assertArrayEquals(Arrays.copyOf(y, 8), seen.outputs.get("8.dense"));
        assertEquals(
                List.of("8.dense", "6.convolution", "4.convolution", "3.residual.branch.3.convolution", "3.residual"),
                new ArrayList<>(seen.gradients.keySet()));
    }

    /** The convolution after it computes its outputs for itself: γ = 1 and β = 0 make each channel's mean 0 and variance 1. */
    @Test
    void aBatchNormThatLeavesItsOutputToTheNextLayerIsShownAllTheSame() {
        Seen seen = new Seen();
        Network network = fused();

        float[] unused = network.train(RandomValues.floats(4 * 32, 7), 4, KEY, seen);

        float[] shown = seen.output("5.batch_norm");
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            double squares = 0;
            for (int i = channel; i < shown.length; i += 3) {
                sum += shown[i];
                squares += shown[i] * (double) shown[i];
            }
            assertEquals(0, sum / 64, 1e-5);
            assertEquals(1, squares / 64, 1e-2);
        }
    }

    /** What a block is shown to give is what the convolution after it takes. */
    @Test
    void aBlocksOutputIsWhatTheNextLayerTakes() {
        Seen seen = new Seen();
        Network network = fused();
        float[] unused = network.train(RandomValues.floats(4 * 32, 7), 4, KEY, seen);
        float[] kernel = network.parameters().stream()
                .filter(parameter -> parameter.name().equals("4.convolution.weight"))
                .findFirst()
                .orElseThrow()
                .value();

        float[] block = seen.output("3.residual");
        float[] next = seen.output("4.convolution");

        // The centre pixel of the first image by the definition of a 3x3 convolution, NHWC over 4x4x3.
        for (int out = 0; out < 3; out++) {
            double sum = 0;
            for (int tap = 0; tap < 9; tap++) {
                int pixel = (tap / 3) * 4 + tap % 3;
                for (int in = 0; in < 3; in++) {
                    sum += block[pixel * 3 + in] * (double) kernel[(tap * 3 + in) * 3 + out];
                }
            }
            assertEquals(sum, next[5 * 3 + out], 1e-5);
        }
    }

    @Test
    void lookingChangesNoBit() {
        float[] x = RandomValues.floats(4 * 32, 7);
        float[] g = RandomValues.floats(4 * 2, 8);
        Network alone = fused();
        Network watched = fused();

        for (int step = 0; step < 3; step++) {
            float[] y = Arrays.copyOf(alone.train(x, 4, KEY), 8);
            assertArrayEquals(y, Arrays.copyOf(watched.train(x, 4, KEY, new Seen()), 8));
            alone.backward(g);
            watched.backward(g);
            for (int i = 0; i < alone.parameters().size(); i++) {
                Parameter expected = alone.parameters().get(i);
                Parameter actual = watched.parameters().get(i);
                assertArrayEquals(expected.gradient(), actual.gradient(), expected.name());
                expected.value()[0] -= expected.gradient()[0];
                actual.value()[0] -= actual.gradient()[0];
            }
        }
    }

    /** A block of two convolutions whose sum and ReLU a batch norm computes, and one whose output the next layer computes. */
    private static Network fused() {
        Convolution same = new Convolution(3, 3, 1, 1, false, ANY);
        return Network.create(
                List.of(
                        same,
                        new BatchNorm(),
                        new Relu(),
                        new Residual(
                                List.of(same, new BatchNorm(), new Relu(), same, new BatchNorm()),
                                List.of(),
                                new Relu()),
                        same,
                        new BatchNorm(),
                        same,
                        new Flatten(),
                        new Dense(2, true, ANY)),
                new Shape(4, 4, 2),
                1);
    }
}
