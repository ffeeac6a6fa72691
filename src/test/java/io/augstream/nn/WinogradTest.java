package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Convolutions by Winograd's filtering against plain sums in double, at sizes that tiles and vectors do and do not fit,
 * and the vector kernels against the scalar ones, bit by bit.
 */
class WinogradTest {
    private static final int BATCH = 3;

    static Stream<Arguments> scenes() {
        return Stream.of(
                scene(new Shape(8, 8, 16), 16, 3, 1),
                scene(new Shape(7, 10, 16), 32, 3, 1),
                scene(new Shape(9, 5, 5), 3, 3, 0),
                scene(new Shape(6, 6, 33), 17, 3, 2),
                scene(new Shape(1, 1, 16), 20, 3, 1),
                scene(new Shape(40, 41, 20), 40, 3, 1),
                scene(new Shape(8, 8, 16), 16, 5, 2),
                scene(new Shape(9, 11, 3), 7, 5, 0),
                scene(new Shape(5, 7, 18), 16, 5, 4),
                scene(new Shape(6, 5, 40), 24, 5, 1));
    }

    private static Arguments scene(Shape input, int channels, int taps, int padding) {
        return Arguments.of(input, new Convolution(channels, taps, 1, padding, true, Initializer.HE_NORMAL));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void agreesWithPlainSums(Shape input, Convolution convolution) {
        Passes passes = new Passes(input, convolution, new VectorKernels(), BATCH);
        double[] x = RandomValues.toDoubles(passes.x);
        double[] w = RandomValues.toDoubles(passes.weight);
        double[] bias = RandomValues.toDoubles(passes.bias.value());
        assertClose(DoubleForward.convolution(x, BATCH, input, convolution, w, bias), passes.y);
        double[] gx = new double[x.length];
        double[] gw = new double[w.length];
        addGradients(input, convolution, passes, gx, gw);
        assertClose(gx, passes.gx);
        assertClose(gw, passes.gw);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void vectorAndScalarKernelsGiveTheSameBits(Shape input, Convolution convolution) {
        Passes vector = new Passes(input, convolution, new VectorKernels(), BATCH);
        Passes scalar = new Passes(input, convolution, Kernels.scalar(), BATCH);
        assertArrayEquals(scalar.y, vector.y);
        assertArrayEquals(scalar.gx, vector.gx);
        assertArrayEquals(scalar.gw, vector.gw);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void samplesAtATimeDoNotShow(Shape input, Convolution convolution) {
        Passes together = new Passes(input, convolution, new VectorKernels(), BATCH);
        Passes apart = new Passes(input, convolution, new VectorKernels(), 1);
        assertArrayEquals(together.y, apart.y);
        assertArrayEquals(together.gx, apart.gx);
    }

    /** Where tiles stick out too far, the window is strided, or there are too few channels, the direct method is kept. */
    @Test
    void isUsedWhereItSavesHalfOfTheProducts() {
        Convolution three = new Convolution(16, 3, 1, 1, false, Initializer.HE_NORMAL);
        assertTrue(WinogradFiltering.pays(three, new Shape(8, 8, 16), new Shape(8, 8, 16)));
        assertEquals(false, WinogradFiltering.pays(three, new Shape(5, 5, 16), new Shape(5, 5, 16)));
        assertEquals(false, WinogradFiltering.pays(three, new Shape(8, 8, 3), new Shape(8, 8, 16)));
        Convolution strided = new Convolution(16, 3, 2, 1, false, Initializer.HE_NORMAL);
        assertEquals(false, WinogradFiltering.pays(strided, new Shape(8, 8, 16), new Shape(4, 4, 16)));
        Convolution grouped = new Convolution(16, 3, 1, 1, 2, false, Initializer.HE_NORMAL, 0);
        assertEquals(false, WinogradFiltering.pays(grouped, new Shape(8, 8, 16), new Shape(8, 8, 16)));
    }

    /** All passes of one convolution over random values. */
    private static final class Passes {
        final float[] x;
        final float[] g;
        final float[] weight;
        final Parameter bias;
        final float[] y;
        final float[] gx;
        final float[] gw;

        Passes(Shape input, Convolution convolution, Kernels kernels, int samplesAtOnce) {
            Shape output = convolution.output(input);
            x = RandomValues.floats(BATCH * input.size(), 1);
            g = RandomValues.floats(BATCH * output.size(), 2);
            int size = convolution.kernelSize() * convolution.kernelSize() * input.channels() * output.channels();
            weight = RandomValues.floats(size, 3);
            bias = Parameter.zeros("bias", ParameterKind.BIAS, output.channels(), output.channels());
            System.arraycopy(RandomValues.floats(output.channels(), 4), 0, bias.value(), 0, output.channels());
            Workspace workspace = new Workspace();
            try (Crew crew = new Crew(1)) {
                LayerScope scope = new LayerScope(1, kernels, crew, false);
                ConvolutionMethod method = new WinogradFiltering(convolution, input, output, scope, bias);
                y = new float[g.length];
                method.beginForward(weight, BATCH);
                for (int first = 0; first < BATCH; first += samplesAtOnce) {
                    method.forward(Samples.all(x), y, first, samplesAtOnce, workspace);
                }
                gx = new float[x.length];
                method.beginInputGradient(weight, BATCH, false, gx);
                gw = new float[size];
                for (int first = 0; first < BATCH; first += samplesAtOnce) {
                    Samples gradients = Samples.all(g);
                    method.weightGradient(gw, Samples.all(x), gradients, first, samplesAtOnce, first == 0, workspace);
                    method.inputGradient(gradients, first, samplesAtOnce, workspace);
                }
                method.endWeightGradient(gw, workspace);
            }
        }
    }

    /** ∂E/∂x and ∂E/∂w of y = Σ w·x, pair by pair. */
    private static void addGradients(Shape in, Convolution spec, Passes passes, double[] gx, double[] gw) {
        Shape out = spec.output(in);
        int size = spec.kernelSize();
        for (int n = 0; n < BATCH; n++) {
            for (int place = 0; place < out.height() * out.width(); place++) {
                for (int tap = 0; tap < size * size; tap++) {
                    int row = place / out.width() - spec.padding() + tap / size;
                    int column = place % out.width() - spec.padding() + tap % size;
                    if (row < 0 || column < 0 || row >= in.height() || column >= in.width()) {
                        continue;
                    }
                    for (int i = 0; i < in.channels(); i++) {
                        int xAt = ((n * in.height() + row) * in.width() + column) * in.channels() + i;
                        for (int o = 0; o < out.channels(); o++) {
                            int wAt = (tap * in.channels() + i) * out.channels() + o;
                            double g = passes.g[n * out.size() + place * out.channels() + o];
                            gx[xAt] += g * passes.weight[wAt];
                            gw[wAt] += g * passes.x[xAt];
                        }
                    }
                }
            }
        }
    }

    private static void assertClose(double[] expected, float[] actual) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-5 * largest, "at " + i);
        }
    }
}
