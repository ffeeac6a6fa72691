package io.augstream.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The vector kernels against the scalar ones, bit by bit, at widths around that of a vector and beyond. */
class KernelsTest {
    private static final int ROWS = 9;

    @Test
    void columnSumsAreTheSame() {
        forEachWidth((kernels, s) -> kernels.columnSums(s.x, s.width, ROWS - 1, s.width, s.out));
        forEachWidth((kernels, s) -> kernels.columnSquares(s.x, s.width, ROWS - 1, s.width, s.a, s.out));
    }

    @Test
    void sumsOfGradientsAreTheSame() {
        forEachWidth(
                (kernels, s) -> kernels.gradientSums(s.g, s.x, s.width, ROWS - 1, s.width, s.a, s.out, s.products));
        forEachWidth((kernels, s) ->
                kernels.rectifiedGradientSums(s.g, s.x, s.width, ROWS - 1, s.width, s.a, s.b, s.c, s.out, s.products));
    }

    @Test
    void normalisingIsTheSame() {
        forEachWidth((kernels, s) -> kernels.normalise(s.x, 1, ROWS, s.width, s.a, s.b, s.c, s.out, 0));
        forEachWidth((kernels, s) -> kernels.normaliseRectified(s.x, 1, ROWS, s.width, s.a, s.b, s.c, s.out, 0));
        forEachWidth((kernels, s) -> kernels.normaliseAddRectified(s.x, s.g, 1, ROWS, s.width, s.a, s.b, s.c, s.out));
        forEachWidth(
                (kernels, s) -> kernels.normaliseGradient(s.g, s.x, 1, ROWS, s.width, s.a, s.b, s.c, s.b, s.out, 0));
        forEachWidth((kernels, s) ->
                kernels.rectifiedNormaliseGradient(s.g, s.x, 1, ROWS, s.width, s.a, s.b, s.c, s.c, s.b, s.out, 0));
    }

    @Test
    void elementwiseLoopsAreTheSame() {
        forEachWidth((kernels, s) -> kernels.rectify(s.x, 1, ROWS * s.width, s.out));
        forEachWidth((kernels, s) -> kernels.reluGradient(s.g, s.x, 1, ROWS * s.width, s.out));
        forEachWidth((kernels, s) -> kernels.add(s.g, s.x, 1, ROWS * s.width, s.out));
    }

    @Test
    void whatIsNotANumberStaysWhereNegativeValuesBecomeZero() {
        for (Kernels kernels : new Kernels[] {Kernels.scalar(), new VectorKernels()}) {
            float[] x = RandomValues.floats(40, 1);
            float[] one = new float[20];
            java.util.Arrays.fill(one, 1f);
            x[3] = Float.NaN;
            x[4] = -0f;
            float[] y = new float[40];
            kernels.rectify(x, 0, 40, y);
            float[] z = new float[40];
            kernels.normaliseRectified(x, 0, 2, 20, new float[20], one, new float[20], z, 0);
            for (int i = 0; i < 40; i++) {
                // Math.max keeps what is not a number, and takes 0 for the larger of 0 and -0.
                int expected = Float.floatToIntBits(Math.max(x[i], 0f));
                assertTrue(expected == Float.floatToIntBits(y[i]), kernels.name() + " " + x[i] + " became " + y[i]);
                assertTrue(expected == Float.floatToIntBits(z[i]), kernels.name() + " " + x[i] + " became " + z[i]);
            }
        }
    }

    @Test
    void runningMaximaAndTheirGradientsAreTheSame() {
        forEachWidth((kernels, s) -> kernels.larger(s.x, 2, s.width + 2, 3f, s.out, s.taps, 1, 3, s.width));
        forEachWidth((kernels, s) -> {
            kernels.larger(s.x, 2, s.width + 2, 3f, s.out, s.taps, 1, 3, s.width);
            kernels.addWhere(3f, s.taps, s.g, 1, s.x, 0, s.width + 1, 3, s.width);
            System.arraycopy(s.x, 0, s.out, 0, 4 * s.width);
        });
    }

    @Test
    void aMaximumKeepsWhatIsNotANumber() {
        for (Kernels kernels : new Kernels[] {Kernels.scalar(), new VectorKernels()}) {
            float[] best = new float[40];
            float[] first = new float[40];
            java.util.Arrays.fill(first, Float.NaN);
            kernels.larger(first, 0, 20, 1f, best, new float[40], 0, 2, 20);
            kernels.larger(RandomValues.floats(40, 1), 0, 20, 2f, best, new float[40], 0, 2, 20);
            for (float value : best) {
                assertTrue(Float.isNaN(value), kernels.name());
            }
        }
    }

    /** Inputs of one width; {@code out} is what is compared. */
    private static final class Scene {
        final int width;
        final float[] x;
        final float[] g;
        final float[] a;
        final float[] b;
        final float[] c;
        final float[] out;
        final float[] taps;
        final float[] products;

        Scene(int width) {
            this.width = width;
            int size = (ROWS + 3) * (width + 3);
            x = RandomValues.floats(size, 1);
            x[2] = 0f;
            x[3] = -0f;
            g = RandomValues.floats(size, 2);
            a = RandomValues.floats(width, 3);
            b = RandomValues.floats(width, 4);
            c = RandomValues.floats(width, 5);
            out = RandomValues.floats(size, 6);
            taps = new float[size];
            products = new float[size];
        }
    }

    private static void forEachWidth(BiConsumer<Kernels, Scene> work) {
        for (int width = 1; width <= 70; width++) {
            Scene scalar = new Scene(width);
            Scene vector = new Scene(width);
            work.accept(Kernels.scalar(), scalar);
            work.accept(new VectorKernels(), vector);
            assertArrayEquals(bits(scalar.out), bits(vector.out), "width " + width);
            assertArrayEquals(bits(scalar.taps), bits(vector.taps), "width " + width);
            assertArrayEquals(bits(scalar.products), bits(vector.products), "width " + width);
            assertTrue(!java.util.Arrays.equals(scalar.out, new Scene(width).out), "something was computed");
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}
