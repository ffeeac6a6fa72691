package io.augstream.nn;

import static io.augstream.nn.Transform.A;
import static io.augstream.nn.Transform.A2;
import static io.augstream.nn.Transform.A3;
import static io.augstream.nn.Transform.B;
import static io.augstream.nn.Transform.B2;
import static io.augstream.nn.Transform.B3;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Transform}s of the vector kernels, operation by operation those of {@link ScalarTransforms}. */
final class VectorTransforms {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private static final FloatVector PRODUCT = all(A2 * B2);
    private static final FloatVector MINUS_SUM = all(-A2 - B2);
    private static final FloatVector A_1 = all(A);
    private static final FloatVector MINUS_A = all(-A);
    private static final FloatVector B_1 = all(B);
    private static final FloatVector MINUS_B = all(-B);
    private static final FloatVector A_2 = all(A2);
    private static final FloatVector B_2 = all(B2);
    private static final FloatVector MINUS_A2 = all(-A2);
    private static final FloatVector MINUS_B2 = all(-B2);
    private static final FloatVector A_3 = all(A3);
    private static final FloatVector B_3 = all(B3);

    private VectorTransforms() {}

    static void run(Transform transform, Lines from, Lines to, int count, int length) {
        int whole = length - length % LANES;
        switch (transform) {
            case INPUT -> input(from, to, count, whole);
            case OUTPUT_OF_FOUR -> four(from, to, count, whole);
            case OUTPUT_OF_TWO -> two(from, to, count, whole);
            case GRADIENT_OF_FOUR -> fourBack(from, to, count, whole);
            case GRADIENT_OF_TWO -> twoBack(from, to, count, whole);
        }
        if (whole < length) {
            ScalarTransforms.run(transform, from, to, count, whole, length);
        }
    }

    static void combine(float[][] matrix, Lines from, Lines to, int count, int length) {
        int whole = length - length % LANES;
        for (int t = 0; t < count; t++) {
            for (int i = 0; i < matrix.length; i++) {
                combine(matrix[i], from.values(), from.at(0, t), from.step(), to.values(), to.at(i, t), whole);
            }
        }
        if (whole < length) {
            ScalarTransforms.combine(matrix, from, to, count, whole, length);
        }
    }

    private static void combine(float[] factors, float[] x, int in, int step, float[] y, int out, int length) {
        for (int k = 0; k < length; k += LANES) {
            combineOne(factors, x, in + k, step, y, out + k);
        }
    }

    private static void combineOne(float[] factors, float[] x, int in, int step, float[] y, int out) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int j = 0; j < factors.length; j++) {
            sum = load(x, in + j * step).fma(all(factors[j]), sum);
        }
        sum.intoArray(y, out);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    private static void input(Lines from, Lines to, int count, int length) {
        float[] x = from.values();
        float[] y = to.values();
        int step = from.step();
        int hop = to.step();
        for (int t = 0; t < count; t++) {
            int in = from.offset() + t * from.hop();
            int out = to.offset() + t * to.hop();
            for (int j = 0; j < length; j += LANES) {
                int source = in + j;
                int target = out + j;
                FloatVector d1 = FloatVector.fromArray(SPECIES, x, source + step);
                FloatVector d2 = FloatVector.fromArray(SPECIES, x, source + 2 * step);
                FloatVector d3 = FloatVector.fromArray(SPECIES, x, source + 3 * step);
                FloatVector d4 = FloatVector.fromArray(SPECIES, x, source + 4 * step);
                FloatVector even = d2.fma(MINUS_B2, d4);
                FloatVector odd = d1.fma(MINUS_B2, d3);
                FloatVector.fromArray(SPECIES, x, source)
                        .fma(PRODUCT, d2.fma(MINUS_SUM, d4))
                        .intoArray(y, target);
                odd.fma(A_1, even).intoArray(y, target + hop);
                odd.fma(MINUS_A, even).intoArray(y, target + 2 * hop);
                even = d2.fma(MINUS_A2, d4);
                odd = d1.fma(MINUS_A2, d3);
                odd.fma(B_1, even).intoArray(y, target + 3 * hop);
                odd.fma(MINUS_B, even).intoArray(y, target + 4 * hop);
                d1.fma(PRODUCT, d3.fma(MINUS_SUM, FloatVector.fromArray(SPECIES, x, source + 5 * step)))
                        .intoArray(y, target + 5 * hop);
            }
        }
    }

    private static void four(Lines from, Lines to, int count, int length) {
        float[] x = from.values();
        float[] y = to.values();
        int step = from.step();
        int hop = to.step();
        for (int t = 0; t < count; t++) {
            int in = from.offset() + t * from.hop();
            int out = to.offset() + t * to.hop();
            for (int j = 0; j < length; j += LANES) {
                int source = in + j;
                int target = out + j;
                FloatVector m1 = FloatVector.fromArray(SPECIES, x, source + step);
                FloatVector m2 = FloatVector.fromArray(SPECIES, x, source + 2 * step);
                FloatVector m3 = FloatVector.fromArray(SPECIES, x, source + 3 * step);
                FloatVector m4 = FloatVector.fromArray(SPECIES, x, source + 4 * step);
                FloatVector m0 = FloatVector.fromArray(SPECIES, x, source);
                FloatVector m5 = FloatVector.fromArray(SPECIES, x, source + 5 * step);
                FloatVector a = m1.add(m2);
                FloatVector b = m3.add(m4);
                m0.add(a).add(b).intoArray(y, target);
                a.fma(A_2, b.mul(B_2)).intoArray(y, target + 2 * hop);
                a = m1.sub(m2);
                b = m3.sub(m4);
                a.fma(A_1, b.mul(B_1)).intoArray(y, target + hop);
                a.fma(A_3, b.fma(B_3, m5)).intoArray(y, target + 3 * hop);
            }
        }
    }

    private static void two(Lines from, Lines to, int count, int length) {
        float[] x = from.values();
        float[] y = to.values();
        int step = from.step();
        int hop = to.step();
        for (int t = 0; t < count; t++) {
            int in = from.offset() + t * from.hop();
            int out = to.offset() + t * to.hop();
            for (int j = 0; j < length; j += LANES) {
                int source = in + j;
                int target = out + j;
                FloatVector m1 = FloatVector.fromArray(SPECIES, x, source + step);
                FloatVector m2 = FloatVector.fromArray(SPECIES, x, source + 2 * step);
                FloatVector m3 = FloatVector.fromArray(SPECIES, x, source + 3 * step);
                FloatVector m4 = FloatVector.fromArray(SPECIES, x, source + 4 * step);
                FloatVector.fromArray(SPECIES, x, source)
                        .add(m1.add(m2))
                        .add(m3.add(m4))
                        .intoArray(y, target);
                m1.sub(m2)
                        .fma(A_1, m3.sub(m4).fma(B_1, FloatVector.fromArray(SPECIES, x, source + 5 * step)))
                        .intoArray(y, target + hop);
            }
        }
    }

    private static void fourBack(Lines from, Lines to, int count, int length) {
        float[] x = from.values();
        float[] y = to.values();
        int step = from.step();
        int hop = to.step();
        for (int t = 0; t < count; t++) {
            int in = from.offset() + t * from.hop();
            int out = to.offset() + t * to.hop();
            for (int j = 0; j < length; j += LANES) {
                int source = in + j;
                int target = out + j;
                FloatVector g0 = FloatVector.fromArray(SPECIES, x, source);
                FloatVector g1 = FloatVector.fromArray(SPECIES, x, source + step);
                FloatVector g2 = FloatVector.fromArray(SPECIES, x, source + 2 * step);
                FloatVector g3 = FloatVector.fromArray(SPECIES, x, source + 3 * step);
                g0.intoArray(y, target);
                FloatVector even = g2.fma(A_2, g0);
                FloatVector odd = g3.fma(A_2, g1);
                odd.fma(A_1, even).intoArray(y, target + hop);
                odd.fma(MINUS_A, even).intoArray(y, target + 2 * hop);
                even = g2.fma(B_2, g0);
                odd = g3.fma(B_2, g1);
                odd.fma(B_1, even).intoArray(y, target + 3 * hop);
                odd.fma(MINUS_B, even).intoArray(y, target + 4 * hop);
                g3.intoArray(y, target + 5 * hop);
            }
        }
    }

    private static void twoBack(Lines from, Lines to, int count, int length) {
        float[] x = from.values();
        float[] y = to.values();
        int step = from.step();
        int hop = to.step();
        for (int t = 0; t < count; t++) {
            int in = from.offset() + t * from.hop();
            int out = to.offset() + t * to.hop();
            for (int j = 0; j < length; j += LANES) {
                int source = in + j;
                int target = out + j;
                FloatVector g0 = FloatVector.fromArray(SPECIES, x, source);
                FloatVector g1 = FloatVector.fromArray(SPECIES, x, source + step);
                g0.intoArray(y, target);
                g1.fma(A_1, g0).intoArray(y, target + hop);
                g1.fma(MINUS_A, g0).intoArray(y, target + 2 * hop);
                g1.fma(B_1, g0).intoArray(y, target + 3 * hop);
                g1.fma(MINUS_B, g0).intoArray(y, target + 4 * hop);
                g1.intoArray(y, target + 5 * hop);
            }
        }
    }
}
