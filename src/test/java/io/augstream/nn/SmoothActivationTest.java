package io.augstream.nn;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The float loops against the definitions in double. */
class SmoothActivationTest {
    private static final Map<SmoothActivation, DoubleUnaryOperator> VALUES = Map.of(
            SmoothActivation.SIGMOID,
            SmoothActivationTest::logistic,
            SmoothActivation.TANH,
            StrictMath::tanh,
            SmoothActivation.GELU,
            x -> x * below(x),
            SmoothActivation.SILU,
            x -> x * logistic(x));
    private static final Map<SmoothActivation, DoubleUnaryOperator> DERIVATIVES = Map.of(
            SmoothActivation.SIGMOID, x -> logistic(x) * logistic(-x),
            SmoothActivation.TANH, x -> 1 / (StrictMath.cosh(x) * StrictMath.cosh(x)),
            SmoothActivation.GELU, x -> below(x) + x * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * Math.PI),
            SmoothActivation.SILU, x -> logistic(x) * (1 + x * logistic(-x)));

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double below(double x) {
        return Erf.erfc(-x / StrictMath.sqrt(2)) / 2;
    }

    /** Dense near 0, and out to where every function has met its limit. */
    private static float[] inputs() {
        float[] x = new float[40_003];
        for (int i = 0; i < x.length; i++) {
            double at = (i - 20_001) / 20_001.0;
            x[i] = (float) (100 * at * at * at);
        }
        return x;
    }

    /** 1.5e-7 is the error of the formula behind GELU; the others stay within a few units in the last place. */
    @ParameterizedTest
    @EnumSource
    void valuesAreThoseOfTheDefinition(SmoothActivation activation) {
        float[] x = inputs();
        float[] y = new float[x.length];
        Kernels.selected().activation(activation).values(x, 0, x.length, y);
        for (int i = 0; i < x.length; i++) {
            double expected = requireNonNull(VALUES.get(activation)).applyAsDouble(x[i]);
            assertEquals(expected, y[i], 2.5e-7 * Math.max(1, Math.abs(x[i])), activation + " of " + x[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void derivativesAreThoseOfTheDefinition(SmoothActivation activation) {
        float[] x = inputs();
        float[] g = new float[x.length];
        Arrays.fill(g, 2f);
        float[] gx = new float[x.length];
        Kernels.selected().activation(activation).gradients(g, x, 0, x.length, gx);
        for (int i = 0; i < x.length; i++) {
            double expected = 2 * requireNonNull(DERIVATIVES.get(activation)).applyAsDouble(x[i]);
            assertEquals(expected, gx[i], 6e-7, activation + "' of " + x[i]);
        }
    }

    /** A deep network lives by small numbers: to be right in the sum is not enough. */
    @Test
    void smallValuesKeepTheirDigits() {
        float[] x = {1e-6f, -3e-4f, 0.02f, 0.6f, -0.7f};
        float[] y = new float[x.length];
        Kernels.selected().activation(SmoothActivation.TANH).values(x, 0, x.length, y);
        float[] far = {-20f, -40f, -80f};
        float[] tails = new float[far.length];
        Kernels.selected().activation(SmoothActivation.SIGMOID).values(far, 0, far.length, tails);
        for (int i = 0; i < x.length; i++) {
            assertEquals(1, y[i] / StrictMath.tanh(x[i]), 3e-7, "tanh of " + x[i]);
        }
        for (int i = 0; i < far.length; i++) {
            assertEquals(1, tails[i] / StrictMath.exp(far[i]), 3e-7, "sigmoid of " + far[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void vectorAndScalarLoopsGiveTheSameBits(SmoothActivation activation) {
        float[] x = inputs();
        float[] g = RandomValues.floats(x.length, 3);
        assertArrayEquals(run(Kernels.scalar(), activation, g, x), run(new VectorKernels(), activation, g, x));
    }

    private static int[] run(Kernels kernels, SmoothActivation activation, float[] g, float[] x) {
        float[] y = new float[2 * x.length];
        kernels.activation(activation).values(x, 1, x.length - 1, y);
        float[] gx = new float[x.length];
        kernels.activation(activation).gradients(g, x, 1, x.length - 1, gx);
        System.arraycopy(gx, 0, y, x.length, x.length);
        return java.util.stream.IntStream.range(0, y.length)
                .map(i -> Float.floatToRawIntBits(y[i]))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotANumberStays(SmoothActivation activation) {
        for (Kernels kernels : new Kernels[] {Kernels.scalar(), new VectorKernels()}) {
            float[] x = new float[33];
            Arrays.fill(x, Float.NaN);
            float[] y = new float[33];
            kernels.activation(activation).values(x, 0, 33, y);
            for (float value : y) {
                assertTrue(Float.isNaN(value), kernels.name());
            }
            kernels.activation(activation).gradients(x, x, 0, 33, y);
            for (float value : y) {
                assertTrue(Float.isNaN(value), kernels.name());
            }
        }
    }
}
