package io.augstream.nn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link ResponseKernels} of the Vector API: neighbouring channels share a vector. */
final class VectorResponse implements ResponseKernels {
    static final VectorResponse INSTANCE = new VectorResponse();

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorResponse() {}

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    @Override
    public void squares(float[] x, int offset, int rows, int channels, float[] terms, int before, int step) {
        int whole = SPECIES.loopBound(channels);
        for (int row = 0; row < rows; row++) {
            int from = offset + row * channels;
            int to = before + row * step;
            for (int c = 0; c < whole; c += LANES) {
                FloatVector value = load(x, from + c);
                value.mul(value).intoArray(terms, to + c);
            }
            ScalarResponse.squaresFrom(whole, x, from, channels, terms, to);
        }
    }

    @Override
    public void windowSums(
            float[] terms,
            int step,
            int rows,
            int channels,
            int window,
            float factor,
            float constant,
            float[] sums,
            int offset) {
        int whole = SPECIES.loopBound(channels);
        for (int row = 0; row < rows; row++) {
            int from = row * step;
            int to = offset + row * channels;
            for (int c = 0; c < whole; c += LANES) {
                sumWindow(terms, from + c, window, factor, constant, sums, to + c);
            }
            ScalarResponse.windowSumsFrom(whole, terms, from, channels, window, factor, constant, sums, to);
        }
    }

    private static void sumWindow(
            float[] terms, int from, int window, float factor, float constant, float[] sums, int to) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int t = 0; t < window; t++) {
            sum = sum.add(load(terms, from + t));
        }
        FloatVector.broadcast(SPECIES, factor)
                .fma(sum, FloatVector.broadcast(SPECIES, constant))
                .intoArray(sums, to);
    }

    @Override
    public void powers(float[] s, int offset, int length, float[] factors) {
        int whole = SPECIES.loopBound(length);
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        for (int i = 0; i < whole; i += LANES) {
            FloatVector root = load(s, offset + i).lanewise(VectorOperators.SQRT);
            one.div(root.mul(root.lanewise(VectorOperators.SQRT))).intoArray(factors, i);
        }
        ScalarResponse.powersFrom(whole, s, offset, length, factors);
    }

    @Override
    public void multiply(float[] x, int offset, int length, float[] factors, float[] y) {
        int whole = SPECIES.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            load(x, offset + i).mul(load(factors, i)).intoArray(y, offset + i);
        }
        ScalarResponse.multiplyFrom(whole, x, offset, length, factors, y);
    }

    @Override
    public void gradientTerms(
            float[] g,
            float[] x,
            float[] s,
            int offset,
            int rows,
            int channels,
            float[] factors,
            float[] terms,
            int before,
            int step) {
        int whole = SPECIES.loopBound(channels);
        for (int row = 0; row < rows; row++) {
            int factor = row * channels;
            int from = offset + factor;
            int to = before + row * step;
            for (int c = 0; c < whole; c += LANES) {
                FloatVector y = load(x, from + c).mul(load(factors, factor + c));
                load(g, from + c).mul(y).div(load(s, from + c)).intoArray(terms, to + c);
            }
            ScalarResponse.termsFrom(whole, g, x, s, from, channels, factors, factor, terms, to);
        }
    }

    @Override
    public void gradient(
            float[] g, float[] x, int offset, int length, float[] factors, float[] sums, float slope, float[] gx) {
        int whole = SPECIES.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            FloatVector straight = load(g, offset + i).mul(load(factors, i));
            load(x, offset + i).fma(load(sums, i).mul(slope), straight).intoArray(gx, offset + i);
        }
        ScalarResponse.gradientFrom(whole, g, x, offset, length, factors, sums, slope, gx);
    }
}
