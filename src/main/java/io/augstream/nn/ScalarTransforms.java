package io.augstream.nn;

import static io.augstream.nn.Transform.A;
import static io.augstream.nn.Transform.A2;
import static io.augstream.nn.Transform.A3;
import static io.augstream.nn.Transform.B;
import static io.augstream.nn.Transform.B2;
import static io.augstream.nn.Transform.B3;

/** {@link Transform}s in plain Java. */
final class ScalarTransforms {
    private ScalarTransforms() {}

    static void run(Transform transform, Lines from, Lines to, int count, int first, int end) {
        for (int t = 0; t < count; t++) {
            for (int j = first; j < end; j++) {
                int in = from.at(0, t) + j;
                int out = to.at(0, t) + j;
                switch (transform) {
                    case INPUT -> input(from.values(), in, from.step(), to.values(), out, to.step());
                    case OUTPUT_OF_FOUR -> four(from.values(), in, from.step(), to.values(), out, to.step());
                    case OUTPUT_OF_TWO -> two(from.values(), in, from.step(), to.values(), out, to.step());
                    case GRADIENT_OF_FOUR -> fourBack(from.values(), in, from.step(), to.values(), out, to.step());
                    case GRADIENT_OF_TWO -> twoBack(from.values(), in, from.step(), to.values(), out, to.step());
                }
            }
        }
    }

    static void combine(float[][] matrix, Lines from, Lines to, int count, int first, int end) {
        for (int t = 0; t < count; t++) {
            for (int i = 0; i < matrix.length; i++) {
                for (int k = first; k < end; k++) {
                    float sum = 0f;
                    for (int j = 0; j < matrix[i].length; j++) {
                        sum = Math.fma(from.values()[from.at(j, t) + k], matrix[i][j], sum);
                    }
                    to.values()[to.at(i, t) + k] = sum;
                }
            }
        }
    }

    private static void input(float[] x, int in, int step, float[] y, int out, int hop) {
        float d1 = x[in + step];
        float d2 = x[in + 2 * step];
        float d3 = x[in + 3 * step];
        float d4 = x[in + 4 * step];
        float even = Math.fma(d2, -B2, d4);
        float odd = Math.fma(d1, -B2, d3);
        y[out] = Math.fma(x[in], A2 * B2, Math.fma(d2, -A2 - B2, d4));
        y[out + hop] = Math.fma(odd, A, even);
        y[out + 2 * hop] = Math.fma(odd, -A, even);
        even = Math.fma(d2, -A2, d4);
        odd = Math.fma(d1, -A2, d3);
        y[out + 3 * hop] = Math.fma(odd, B, even);
        y[out + 4 * hop] = Math.fma(odd, -B, even);
        y[out + 5 * hop] = Math.fma(d1, A2 * B2, Math.fma(d3, -A2 - B2, x[in + 5 * step]));
    }

    private static void four(float[] x, int in, int step, float[] y, int out, int hop) {
        float a = x[in + step] + x[in + 2 * step];
        float b = x[in + 3 * step] + x[in + 4 * step];
        y[out] = x[in] + a + b;
        y[out + 2 * hop] = Math.fma(a, A2, b * B2);
        a = x[in + step] - x[in + 2 * step];
        b = x[in + 3 * step] - x[in + 4 * step];
        y[out + hop] = Math.fma(a, A, b * B);
        y[out + 3 * hop] = Math.fma(a, A3, Math.fma(b, B3, x[in + 5 * step]));
    }

    private static void two(float[] x, int in, int step, float[] y, int out, int hop) {
        float m1 = x[in + step];
        float m2 = x[in + 2 * step];
        float m3 = x[in + 3 * step];
        float m4 = x[in + 4 * step];
        y[out] = x[in] + (m1 + m2) + (m3 + m4);
        y[out + hop] = Math.fma(m1 - m2, A, Math.fma(m3 - m4, B, x[in + 5 * step]));
    }

    private static void fourBack(float[] x, int in, int step, float[] y, int out, int hop) {
        float g0 = x[in];
        float g1 = x[in + step];
        float g2 = x[in + 2 * step];
        float g3 = x[in + 3 * step];
        y[out] = g0;
        float even = Math.fma(g2, A2, g0);
        float odd = Math.fma(g3, A2, g1);
        y[out + hop] = Math.fma(odd, A, even);
        y[out + 2 * hop] = Math.fma(odd, -A, even);
        even = Math.fma(g2, B2, g0);
        odd = Math.fma(g3, B2, g1);
        y[out + 3 * hop] = Math.fma(odd, B, even);
        y[out + 4 * hop] = Math.fma(odd, -B, even);
        y[out + 5 * hop] = g3;
    }

    private static void twoBack(float[] x, int in, int step, float[] y, int out, int hop) {
        float g0 = x[in];
        float g1 = x[in + step];
        y[out] = g0;
        y[out + hop] = Math.fma(g1, A, g0);
        y[out + 2 * hop] = Math.fma(g1, -A, g0);
        y[out + 3 * hop] = Math.fma(g1, B, g0);
        y[out + 4 * hop] = Math.fma(g1, -B, g0);
        y[out + 5 * hop] = g1;
    }
}
