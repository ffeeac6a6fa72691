package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.random.RandomKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each layer's own float gradients against central differences of a plain forward pass in double, for E = Σ r·y with
 * random r. The error is max|a − b| / max|b| over the tensor. Differences with a step of 1e-5 are exact to about 1e-9 here,
 * so the tolerance is what float sums of some hundred terms need.
 */
class GradientTest {
    private static final double TOLERANCE = 1e-5;
    private static final double STEP = 1e-5;
    private static final RandomKey KEY = RandomKey.of(9);

    /** Written anew, from other forms of the definitions. */
    private static final Map<SmoothActivation, DoubleUnaryOperator> SMOOTH = Map.of(
            SmoothActivation.SIGMOID, x -> (1 + Math.tanh(x / 2)) / 2,
            SmoothActivation.TANH, x -> (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x)),
            SmoothActivation.GELU, x -> x * (1 + Erf.erf(x / Math.sqrt(2))) / 2,
            SmoothActivation.SILU, x -> x * Math.exp(x) / (1 + Math.exp(x)));

    @ParameterizedTest
    @CsvSource({"1, 1, 1, true", "3, 7, 5, true", "4, 20, 33, false", "17, 40, 3, true"})
    void dense(int batch, int inputs, int units, boolean bias) {
        Dense dense = new Dense(units, bias, Initializer.HE_NORMAL);
        check(dense, Shape.vector(inputs), batch, v -> DoubleForward.dense(v.x, batch, inputs, units, v.p(0), v.p(1)));
    }

    @ParameterizedTest
    @CsvSource({
        // batch, height, width, channels in, channels out, kernel, stride, padding, bias
        "1, 1, 1, 1, 1, 1, 1, 0, true",
        "2, 5, 4, 3, 2, 3, 1, 1, true",
        "3, 6, 7, 2, 17, 3, 2, 1, false",
        "2, 4, 4, 5, 3, 1, 1, 0, true",
        "2, 5, 5, 2, 3, 1, 2, 0, false",
        "2, 4, 5, 2, 3, 2, 1, 0, true",
        "1, 9, 8, 1, 4, 5, 3, 2, true",
        "1, 3, 2, 2, 2, 3, 1, 3, true",
        "2, 7, 5, 2, 3, 2, 3, 1, true",
        "1, 7, 9, 1, 2, 4, 3, 0, false",
        "2, 2, 1, 3, 2, 3, 5, 2, false",
        "1, 8, 8, 2, 16, 5, 2, 2, false",
    })
    void convolution(int batch, int height, int width, int in, int out, int size, int stride, int pad, boolean bias) {
        Convolution convolution = new Convolution(out, size, stride, pad, bias, Initializer.HE_NORMAL);
        Shape input = new Shape(height, width, in);
        check(
                convolution,
                input,
                batch,
                v -> DoubleForward.convolution(v.x, batch, input, convolution, v.p(0), v.p(1)));
    }

    /** Two groups, groups of one channel each, and more outputs a group than inputs, or fewer. */
    @ParameterizedTest
    @CsvSource({
        // batch, channels in, channels out, groups, kernel, stride, padding, bias
        "2, 4, 6, 2, 3, 1, 1, true",
        "1, 5, 5, 5, 3, 2, 1, false",
        "3, 3, 6, 3, 2, 1, 0, true",
        "2, 6, 3, 3, 3, 1, 2, true",
        "2, 8, 32, 2, 1, 2, 0, false",
        "1, 34, 34, 2, 3, 3, 1, true",
    })
    void convolutionInGroups(int batch, int in, int out, int groups, int size, int stride, int pad, boolean bias) {
        Convolution convolution = new Convolution(out, size, stride, pad, groups, bias, Initializer.HE_NORMAL, 0);
        Shape input = new Shape(4, 5, in);
        check(
                convolution,
                input,
                batch,
                v -> DoubleForward.convolution(v.x, batch, input, convolution, v.p(0), v.p(1)));
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 1, 3", "2, 3, 4, 5", "3, 2, 2, 33"})
    void batchNorm(int batch, int height, int width, int channels) {
        Shape input = new Shape(height, width, channels);
        check(new BatchNorm(), input, batch, v -> DoubleForward.batchNorm(v.x, channels, 1e-5, v.p(0), v.p(1)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "3, 4, 5, 6"})
    void relu(int batch, int height, int width, int channels) {
        check(new Relu(), new Shape(height, width, channels), batch, v -> DoubleForward.relu(v.x));
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 4, 3, 2, 2, 0", "2, 5, 7, 17, 3, 2, 1", "1, 6, 5, 2, 3, 1, 0", "1, 3, 3, 1, 3, 3, 0"})
    void maxPool(int batch, int height, int width, int channels, int size, int stride, int padding) {
        MaxPool pool = new MaxPool(size, stride, padding);
        Shape input = new Shape(height, width, channels);
        check(pool, input, batch, v -> DoubleForward.maxPool(v.x, batch, input, pool));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1, 0.01", "3, 4, 5, 6, 0.3", "2, 2, 2, 2, 0"})
    void leakyRelu(int batch, int height, int width, int channels, double slope) {
        Shape input = new Shape(height, width, channels);
        check(new LeakyRelu(slope), input, batch, v -> DoubleForward.each(v.x, x -> x > 0 ? x : slope * x));
    }

    @ParameterizedTest
    @EnumSource
    void smoothActivation(SmoothActivation activation) {
        DoubleUnaryOperator plain = java.util.Objects.requireNonNull(SMOOTH.get(activation));
        check(activation, new Shape(3, 4, 5), 3, v -> DoubleForward.each(v.x, plain));
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 4, 3, 2, 2, 0", "2, 5, 7, 17, 3, 2, 1", "1, 6, 5, 2, 3, 1, 1", "1, 5, 5, 1, 2, 3, 1"})
    void averagePool(int batch, int height, int width, int channels, int size, int stride, int padding) {
        AveragePool pool = new AveragePool(size, stride, padding);
        Shape input = new Shape(height, width, channels);
        check(pool, input, batch, v -> DoubleForward.averagePool(v.x, batch, input, pool));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "3, 4, 5, 17"})
    void globalAveragePool(int batch, int height, int width, int channels) {
        Shape input = new Shape(height, width, channels);
        check(new GlobalAveragePool(), input, batch, v -> DoubleForward.globalAveragePool(v.x, batch, input));
    }

    /** With an alpha that makes the neighbours count; sizes odd, even, and larger than the channels. */
    @ParameterizedTest
    @CsvSource({
        "9, 5, 0.75, true",
        "9, 5, 0.75, false",
        "6, 4, 0.6, true",
        "3, 7, 1.5, false",
        "1, 1, 0.75, true",
    })
    void localResponseNorm(int channels, int size, double beta, boolean divideAlpha) {
        LocalResponseNorm norm = new LocalResponseNorm(size, 0.8, beta, 1.5, divideAlpha);
        Shape input = new Shape(2, 3, channels);
        check(norm, input, 2, v -> DoubleForward.localResponseNorm(v.x, channels, norm));
    }

    @Test
    void residualWithTheInputAsShortcut() {
        Shape input = new Shape(3, 4, 2);
        Convolution convolution = new Convolution(2, 3, 1, 1, true, Initializer.HE_NORMAL);
        check(new Residual(List.of(convolution), List.of(), null), input, 2, v -> {
            double[] y = DoubleForward.convolution(v.x, 2, input, convolution, v.p(0), v.p(1));
            java.util.Arrays.setAll(y, i -> y[i] + v.x[i]);
            return y;
        });
    }

    @Test
    void residualWithAProjectionAndAnActivation() {
        Shape input = new Shape(5, 4, 2);
        Convolution convolution = new Convolution(3, 3, 2, 1, false, Initializer.HE_NORMAL);
        Convolution projection = new Convolution(3, 1, 2, 0, false, Initializer.HE_NORMAL);
        Residual residual =
                new Residual(List.of(convolution, new BatchNorm()), List.of(projection), SmoothActivation.TANH);
        check(residual, input, 2, v -> {
            double[] convolved = DoubleForward.convolution(v.x, 2, input, convolution, v.p(0), new double[0]);
            double[] y = DoubleForward.batchNorm(convolved, 3, 1e-5, v.p(1), v.p(2));
            double[] shortcut = DoubleForward.convolution(v.x, 2, input, projection, v.p(3), new double[0]);
            java.util.Arrays.setAll(y, i -> Math.tanh(y[i] + shortcut[i]));
            return y;
        });
    }

    /** The branch's convolution adds its gradient to that of the sum: with few channels directly, with 16 by Winograd's way. */
    @ParameterizedTest
    @ValueSource(ints = {3, 16})
    void residualThatEndsInBatchNormAndRelu(int channels) {
        Shape input = new Shape(6, 5, channels);
        Convolution convolution = new Convolution(channels, 3, 1, 1, false, Initializer.HE_NORMAL);
        check(new Residual(List.of(convolution, new BatchNorm()), List.of(), new Relu()), input, 2, v -> {
            double[] convolved = DoubleForward.convolution(v.x, 2, input, convolution, v.p(0), new double[0]);
            double[] y = DoubleForward.batchNorm(convolved, channels, 1e-5, v.p(1), v.p(2));
            java.util.Arrays.setAll(y, i -> y[i] + v.x[i]);
            return DoubleForward.relu(y);
        });
    }

    /** The projection adds its gradient, to every other pixel of the branch's. */
    @Test
    void residualWithAProjectionThatEndsInBatchNormAndRelu() {
        Shape input = new Shape(5, 4, 2);
        Convolution convolution = new Convolution(3, 3, 2, 1, false, Initializer.HE_NORMAL);
        Convolution projection = new Convolution(3, 1, 2, 0, false, Initializer.HE_NORMAL);
        Residual residual =
                new Residual(List.of(convolution, new BatchNorm()), List.of(projection, new BatchNorm()), new Relu());
        check(residual, input, 2, v -> {
            double[] convolved = DoubleForward.convolution(v.x, 2, input, convolution, v.p(0), new double[0]);
            double[] y = DoubleForward.batchNorm(convolved, 3, 1e-5, v.p(1), v.p(2));
            double[] projected = DoubleForward.convolution(v.x, 2, input, projection, v.p(3), new double[0]);
            double[] shortcut = DoubleForward.batchNorm(projected, 3, 1e-5, v.p(4), v.p(5));
            java.util.Arrays.setAll(y, i -> y[i] + shortcut[i]);
            return DoubleForward.relu(y);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dropout(boolean channelwise) {
        Shape input = new Shape(3, 4, 5);
        Dropout dropout = new Dropout(0.4, channelwise);
        // What the layer makes of ones is its mask: 0 where it drops, 1 / (1 - 0.4) where it keeps.
        float[] ones = new float[2 * input.size()];
        java.util.Arrays.fill(ones, 1f);
        Network network = Network.create(List.of(dropout), input, 3);
        double[] mask = RandomValues.toDoubles(network.train(ones, 2, KEY).clone());
        for (double factor : mask) {
            assertTrue(factor == 0 || Math.abs(factor - 1 / 0.6) < 1e-6, "factor " + factor);
        }
        check(dropout, input, 2, v -> {
            double[] y = v.x.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] *= mask[i];
            }
            return y;
        });
    }

    @Test
    void flatten() {
        check(new Flatten(), new Shape(2, 3, 4), 2, v -> v.x);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 0", "5, 10, 0", "4, 3, 0.1"})
    void softmaxCrossEntropy(int batch, int classes, double smoothing) {
        float[] logits = RandomValues.floats(batch * classes, 1);
        int[] labels = new int[batch];
        java.util.Arrays.setAll(labels, i -> i * 7 % classes);
        float[] gradient = new float[logits.length];
        double loss = new SoftmaxCrossEntropy(smoothing).loss(logits, labels, classes, gradient);
        ToDoubleFunction<double[]> plain = z -> DoubleForward.crossEntropy(z, labels, classes, smoothing);
        double[] z = RandomValues.toDoubles(logits);
        assertEquals(plain.applyAsDouble(z), loss, 1e-12);
        assertEquals(loss, new SoftmaxCrossEntropy(smoothing).loss(logits, labels, classes), 0);
        assertClose("logits", differences(z, () -> plain.applyAsDouble(z)), gradient);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 0", "5, 10, 0", "4, 3, 0.1"})
    void softmaxCrossEntropyOfSoftTargets(int batch, int classes, double smoothing) {
        float[] targets = distributions(batch, classes);
        checkSoft(
                new SoftmaxCrossEntropy(smoothing),
                targets,
                batch,
                z -> DoubleForward.softCrossEntropy(z, RandomValues.toDoubles(targets), classes, smoothing));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "5, 10"})
    void meanSquaredErrorOfSoftTargets(int batch, int classes) {
        float[] targets = distributions(batch, classes);
        checkSoft(
                new MeanSquaredError(),
                targets,
                batch,
                z -> DoubleForward.meanSquaredError(z, RandomValues.toDoubles(targets)));
    }

    /** As a mixture of two images has: 0.7 of one class, 0.3 of another. */
    private static float[] distributions(int batch, int classes) {
        float[] targets = new float[batch * classes];
        for (int i = 0; i < batch; i++) {
            targets[i * classes + i % classes] = 0.7f;
            targets[i * classes + (i * 3 + 1) % classes] += 0.3f;
        }
        return targets;
    }

    private static void checkSoft(Loss loss, float[] targets, int batch, ToDoubleFunction<double[]> plain) {
        float[] outputs = RandomValues.floats(targets.length, 1);
        float[] gradient = new float[targets.length];
        double[] z = RandomValues.toDoubles(outputs);
        double value = loss.loss(outputs, targets, batch, targets.length / batch, gradient);
        assertEquals(plain.applyAsDouble(z), value, 1e-7);
        assertClose("outputs", differences(z, () -> plain.applyAsDouble(z)), gradient);
    }

    /** Inputs and parameters in double, to be varied one by one. */
    private record Variables(double[] x, List<double[]> parameters) {
        /** Empty where the layer has no such parameter. */
        double[] p(int index) {
            return index < parameters.size() ? parameters.get(index) : new double[0];
        }
    }

    private static void check(LayerSpec spec, Shape input, int batch, Function<Variables, double[]> plain) {
        Network network = Network.create(List.of(spec), input, 3);
        List<double[]> parameters = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            float[] values =
                    RandomValues.floats(parameter.size(), parameter.name().hashCode());
            System.arraycopy(values, 0, parameter.value(), 0, values.length);
            parameters.add(RandomValues.toDoubles(values));
        }
        float[] x = RandomValues.floats(batch * input.size(), 1);
        float[] r = RandomValues.floats(batch * spec.output(input).size(), 2);
        float[] y = network.train(x, batch, KEY);
        Variables variables = new Variables(RandomValues.toDoubles(x), parameters);
        assertClose("y", plain.apply(variables), y);

        float[] gx = network.backwardToInput(r);
        ToDoubleFunction<double[]> weighted = values -> {
            double sum = 0;
            for (int i = 0; i < r.length; i++) {
                sum += r[i] * values[i];
            }
            return sum;
        };
        assertClose("input", differences(variables.x, () -> weighted.applyAsDouble(plain.apply(variables))), gx);
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = network.parameters().get(i);
            double[] expected = differences(parameters.get(i), () -> weighted.applyAsDouble(plain.apply(variables)));
            assertClose(parameter.name(), expected, parameter.gradient());
        }
    }

    private static double[] differences(double[] values, java.util.function.DoubleSupplier energy) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double middle = values[i];
            values[i] = middle + STEP;
            double above = energy.getAsDouble();
            values[i] = middle - STEP;
            double below = energy.getAsDouble();
            values[i] = middle;
            result[i] = (above - below) / (2 * STEP);
        }
        return result;
    }

    /** @param actual may be longer, as the network's own arrays are */
    private static void assertClose(String what, double[] expected, float[] actual) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            double distance = Math.abs(actual[i] - expected[i]);
            difference = distance <= difference ? difference : distance;
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        double allowed = TOLERANCE * Math.max(largest, 1e-3);
        double worst = difference;
        assertTrue(worst <= allowed, () -> what + " is off by " + worst + ", allowed " + allowed);
    }
}
