package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.augstream.random.RandomKey;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Shape INPUT = new Shape(12, 12, 3);
    private static final int BATCH = 10;
    private static final int CLASSES = 4;

    @Test
    void vectorAndScalarKernelsTrainToTheSameBits() {
        Network scalar = Network.create(layers(), INPUT, 5, Kernels.scalar());
        Network vector = Network.create(layers(), INPUT, 5, new VectorKernels());
        Network again = Network.create(layers(), INPUT, 5, new VectorKernels());
        float[] first = scalar.parameters().get(0).value().clone();
        for (int step = 0; step < 30; step++) {
            trainStep(scalar, step);
            trainStep(vector, step);
            trainStep(again, step);
        }
        assertFalse(Arrays.equals(first, scalar.parameters().get(0).value()), "the weights moved");
        assertSameState(scalar, vector);
        assertSameState(vector, again);
    }

    @Test
    void threadsShowInNoBit() {
        Network alone = Network.create(layers(), INPUT, 5);
        for (int step = 0; step < 10; step++) {
            trainStep(alone, step);
        }
        for (int threads = 2; threads <= 4; threads++) {
            try (Network shared = Network.create(layers(), INPUT, 5, Kernels.selected(), threads)) {
                for (int step = 0; step < 10; step++) {
                    trainStep(shared, step);
                }
                assertSameState(alone, shared);
            }
        }
    }

    @Test
    void aSampleAloneIsEvaluatedAsInABatch() {
        Network network = Network.create(layers(), INPUT, 5);
        trainStep(network, 0);
        float[] batch = RandomValues.floats(BATCH * INPUT.size(), 77);
        float[] together = Arrays.copyOf(network.evaluate(batch, BATCH), BATCH * CLASSES);
        for (int i = 0; i < BATCH; i++) {
            float[] sample = Arrays.copyOfRange(batch, i * INPUT.size(), (i + 1) * INPUT.size());
            float[] alone = Arrays.copyOf(network.evaluate(sample, 1), CLASSES);
            assertArrayEquals(Arrays.copyOfRange(together, i * CLASSES, (i + 1) * CLASSES), alone);
        }
    }

    @Test
    void evaluatingChangesNothing() {
        Network network = Network.create(layers(), INPUT, 5);
        Network untouched = Network.create(layers(), INPUT, 5);
        trainStep(network, 0);
        trainStep(untouched, 0);
        float[] y = network.evaluate(RandomValues.floats(BATCH * INPUT.size(), 8), BATCH);
        assertTrue(Float.isFinite(y[0]));
        assertSameState(network, untouched);
    }

    @Test
    void dropoutDependsOnTheKeyAlone() {
        Network network = Network.create(List.of(new Dropout(0.3)), Shape.vector(10_000), 1);
        float[] ones = new float[10_000];
        Arrays.fill(ones, 1f);
        float[] first = network.train(ones, 1, RandomKey.of(1)).clone();
        float[] second = network.train(ones, 1, RandomKey.of(2)).clone();
        assertFalse(Arrays.equals(first, second));
        assertArrayEquals(first, network.train(ones, 1, RandomKey.of(1)));
        long dropped = 0;
        for (float value : first) {
            dropped += value == 0 ? 1 : 0;
        }
        // A binomial share of 0.3 with a standard error of 0.0046.
        assertEquals(0.3, dropped / 10_000.0, 0.0183);
    }

    @Test
    void channelwiseDropoutDropsWholeChannelsOfASample() {
        Shape input = new Shape(4, 5, 1000);
        Network network = Network.create(List.of(new Dropout(0.3, true)), input, 1);
        float[] ones = new float[2 * input.size()];
        Arrays.fill(ones, 1f);
        float[] y = network.train(ones, 2, RandomKey.of(1));
        long dropped = 0;
        long alike = 0;
        for (int sample = 0; sample < 2; sample++) {
            for (int c = 0; c < 1000; c++) {
                float first = y[sample * input.size() + c];
                for (int pixel = 1; pixel < 20; pixel++) {
                    assertEquals(first, y[sample * input.size() + pixel * 1000 + c], 0f);
                }
                dropped += first == 0 ? 1 : 0;
                alike += first == y[c] ? 1 : 0;
            }
        }
        // A binomial share of 0.3 of 2000 with a standard error of 0.0102.
        assertEquals(0.3, dropped / 2000.0, 0.041);
        assertTrue(alike < 2000, "samples have masks of their own");
    }

    @Test
    void layersOfAResidualBlockAreNamedByTheirWay() {
        Network network = Network.create(List.of(new Relu(), residual()), new Shape(6, 6, 2), 1);
        assertEquals(
                List.of(
                        "1.residual.branch.0.convolution.weight",
                        "1.residual.branch.1.batch_norm.gamma",
                        "1.residual.branch.1.batch_norm.beta",
                        "1.residual.shortcut.0.convolution.weight",
                        "1.residual.shortcut.1.batch_norm.gamma",
                        "1.residual.shortcut.1.batch_norm.beta"),
                network.parameters().stream().map(Parameter::name).toList());
        assertEquals(
                "1.residual.branch.1.batch_norm.mean",
                network.statistics().get(0).name());
    }

    /** Pools of one pixel change nothing, but keep the layers from sharing passes over memory. */
    @Test
    void convolutionsThatDoABatchNormsWorkGiveTheSameBits() {
        Convolution wide = new Convolution(16, 3, 1, 1, false, Initializer.HE_NORMAL);
        Convolution halving = new Convolution(16, 3, 2, 1, false, Initializer.HE_NORMAL);
        Convolution single = new Convolution(20, 1, 1, 0, true, Initializer.HE_NORMAL);
        AveragePool apart = new AveragePool(1, 1, 0);
        for (LayerSpec next : List.of(wide, halving, single)) {
            Network together =
                    Network.create(List.of(wide, new BatchNorm(), next, new BatchNorm(), new Relu(), next), INPUT, 5);
            Network separate = Network.create(
                    List.of(wide, apart, new BatchNorm(), apart, next, apart, new BatchNorm(), new Relu(), apart, next),
                    INPUT,
                    5);
            for (int i = 0; i < together.parameters().size(); i++) {
                float[] value = together.parameters().get(i).value();
                System.arraycopy(value, 0, separate.parameters().get(i).value(), 0, value.length);
            }
            float[] x = RandomValues.floats(BATCH * INPUT.size(), 1);
            int size = BATCH * together.output().size();
            float[] g = RandomValues.floats(size, 2);
            assertArrayEquals(
                    outputs(separate.train(x, BATCH, RandomKey.of(1)), size),
                    outputs(together.train(x, BATCH, RandomKey.of(1)), size));
            assertArrayEquals(
                    outputs(separate.backwardToInput(g), BATCH * INPUT.size()),
                    outputs(together.backwardToInput(g), BATCH * INPUT.size()));
            for (int i = 0; i < together.parameters().size(); i++) {
                assertArrayEquals(
                        separate.parameters().get(i).gradient(),
                        together.parameters().get(i).gradient());
            }
            assertArrayEquals(outputs(separate.evaluate(x, BATCH), size), outputs(together.evaluate(x, BATCH), size));
        }
    }

    private static float[] outputs(float[] values, int size) {
        return Arrays.copyOf(values, size);
    }

    @Test
    void theFirstLayerOfWhichAValueIsNotFiniteIsNamed() {
        Convolution wide = new Convolution(16, 3, 1, 1, false, Initializer.HE_NORMAL);
        for (int broken = 0; broken < 2; broken++) {
            Network network = Network.create(List.of(wide, new BatchNorm(), new Relu(), wide), INPUT, 5);
            float[] x = RandomValues.floats(BATCH * INPUT.size(), 1);
            assertEquals(Optional.empty(), network.firstNonFinite(x, BATCH, RandomKey.of(1)));
            network.parameters().get(broken).value()[0] = Float.POSITIVE_INFINITY;
            String layer = broken == 0 ? "0.convolution" : "1.batch_norm";
            assertEquals(Optional.of(layer), network.firstNonFinite(x, BATCH, RandomKey.of(1)));
        }
    }

    @Test
    void waysOfDifferentShapesCannotBeAdded() {
        Convolution wider = new Convolution(4, 3, 1, 1, true, Initializer.HE_NORMAL);
        LayerSpec residual = new Residual(List.of(wider), List.of(), null);
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> Network.create(List.of(residual), new Shape(6, 6, 2), 1))
                .getMessage());
        assertTrue(
                message.startsWith("layer 0.residual: the branch gives 6x6x4 and the shortcut 6x6x2, which"), message);
    }

    /** On scalar kernels: vectors that the interpreter makes before the compiler takes over would count. */
    @Test
    void steadyStepsAllocateNothingOfTensorSize() {
        Network network = Network.create(layers(), new Shape(24, 24, 3), 5, Kernels.scalar());
        float[] x = RandomValues.floats(32 * 24 * 24 * 3, 1);
        float[] g = RandomValues.floats(32 * CLASSES, 2);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int step = 0; step < 4; step++) {
            if (step == 2) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            network.train(x, 32, RandomKey.of(step));
            network.backward(g);
        }
        long allocated = (threads.getCurrentThreadAllocatedBytes() - before) / 2;
        // One map of the first convolution alone is 32 * 24 * 24 * 6 floats: 442 KB.
        assertTrue(allocated < 100_000, "bytes a step: " + allocated);
    }

    @Test
    void aLayerThatCannotTakeItsInputIsNamed() {
        Shape small = new Shape(4, 4, 1);
        List<LayerSpec> layers = List.of(new Relu(), new MaxPool(5, 5, 0));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Network.create(layers, small, 1));
        assertEquals(
                "layer 1.max_pool: a window of 5x5 with padding 0 does not fit in an input of 4x4x1; it takes larger"
                        + " images, a smaller window or more padding",
                refused.getMessage());
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        assertRefused("padding", () -> new MaxPool(2, 2, 2));
        assertRefused("rate", () -> new Dropout(1));
        assertRefused("slope", () -> new LeakyRelu(1));
        assertRefused("padding", () -> new AveragePool(3, 1, 2));
        assertRefused("size", () -> new LocalResponseNorm(0));
        assertRefused("alpha", () -> new LocalResponseNorm(5, -1, 0.75, 1, true));
        assertRefused("beta", () -> new LocalResponseNorm(5, 1e-4, 0, 1, true));
        assertRefused("k", () -> new LocalResponseNorm(5, 1e-4, 0.75, 0, true));
        assertRefused("branch", () -> new Residual(List.of(), List.of(), null));
        assertRefused("value", () -> new ConstantWeights(Double.NaN));
        assertRefused("bound", () -> new UniformWeights(-1));
        assertRefused("gain", () -> new OrthogonalWeights(Double.POSITIVE_INFINITY));
        assertRefused("channels", () -> new Convolution(0, 3, 1, 1, true, Initializer.HE_NORMAL));
        assertRefused("stride", () -> new Convolution(1, 3, 0, 1, true, Initializer.HE_NORMAL));
        assertRefused("units", () -> new Dense(0, true, Initializer.HE_NORMAL));
        assertRefused("momentum", () -> new BatchNorm(0, 1e-5));
        assertRefused("epsilon", () -> new BatchNorm(0.1, Double.NaN));
        assertRefused("label 3", () -> new SoftmaxCrossEntropy().loss(new float[3], new int[] {3}, 3));
    }

    @Test
    void aBackwardPassWithoutATrainingPassIsRefused() {
        Network network = Network.create(layers(), INPUT, 5);
        assertThrows(IllegalStateException.class, () -> network.backward(new float[CLASSES]));
    }

    @Test
    void oneVectorHasNoBatchStatistics() {
        Network network = Network.create(List.of(new BatchNorm()), Shape.vector(3), 1);
        assertRefused("0.batch_norm", () -> network.train(new float[3], 1, RandomKey.of(1)));
    }

    @Test
    void notANumberReachesTheLoss() {
        Network network = Network.create(layers(), INPUT, 5);
        float[] x = RandomValues.floats(BATCH * INPUT.size(), 1);
        x[5] = Float.NaN;
        float[] logits = network.train(x, BATCH, RandomKey.of(1));
        double loss = new SoftmaxCrossEntropy().loss(logits, new int[BATCH], CLASSES);
        assertTrue(Double.isNaN(loss), "loss " + loss);
    }

    private static void assertRefused(String setting, org.junit.jupiter.api.function.Executable making) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, making).getMessage());
        assertTrue(message.startsWith(setting + " "), message);
    }

    private static void assertSameState(Network one, Network other) {
        for (int i = 0; i < one.parameters().size(); i++) {
            Parameter parameter = one.parameters().get(i);
            assertArrayEquals(parameter.value(), other.parameters().get(i).value(), parameter.name());
        }
        for (int i = 0; i < one.statistics().size(); i++) {
            RunningStatistic statistic = one.statistics().get(i);
            assertArrayEquals(statistic.value(), other.statistics().get(i).value(), statistic.name());
        }
    }

    private static void trainStep(Network network, int step) {
        // Batches of two sizes, so that buffers longer than the batch are met too.
        int batch = BATCH - step % 2;
        float[] x = RandomValues.floats(batch * INPUT.size(), 100 + step);
        int[] labels = new int[batch];
        Arrays.setAll(labels, i -> (i + step) % CLASSES);
        float[] gradient = new float[batch * CLASSES];
        float[] logits = network.train(x, batch, RandomKey.of(step));
        double loss = new SoftmaxCrossEntropy().loss(logits, labels, CLASSES, gradient);
        assertTrue(Double.isFinite(loss));
        network.backward(gradient);
        for (Parameter parameter : network.parameters()) {
            for (int i = 0; i < parameter.size(); i++) {
                parameter.value()[i] -= 0.05f * parameter.gradient()[i];
            }
        }
    }

    private static Residual residual() {
        Convolution convolution = new Convolution(19, 3, 2, 1, false, Initializer.HE_NORMAL);
        Convolution projection = new Convolution(19, 1, 2, 0, false, Initializer.HE_NORMAL);
        return new Residual(
                List.of(convolution, new BatchNorm()), List.of(projection, new BatchNorm()), SmoothActivation.GELU);
    }

    private static List<LayerSpec> layers() {
        return List.of(
                new Convolution(6, 3, 1, 1, false, Initializer.HE_NORMAL),
                new BatchNorm(),
                new Relu(),
                new MaxPool(3, 2, 1),
                new Convolution(21, 3, 2, 1, true, Initializer.HE_UNIFORM),
                new Relu(),
                new AveragePool(3, 1, 1),
                new LocalResponseNorm(5),
                residual(),
                new Dropout(0.1, true),
                new Flatten(),
                new Dense(37, true, Initializer.GLOROT_NORMAL),
                new BatchNorm(),
                new Relu(),
                new Dropout(0.25),
                new Dense(CLASSES, true, Initializer.GLOROT_UNIFORM));
    }
}
