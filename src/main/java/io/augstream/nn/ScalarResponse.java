package io.augstream.nn;

/** {@link ResponseKernels} in plain Java. */
final class ScalarResponse implements ResponseKernels {
    static final ScalarResponse INSTANCE = new ScalarResponse();

    private ScalarResponse() {}

    @Override
    public void squares(float[] x, int offset, int rows, int channels, float[] terms, int before, int step) {
        for (int row = 0; row < rows; row++) {
            squaresFrom(0, x, offset + row * channels, channels, terms, before + row * step);
        }
    }

    static void squaresFrom(int first, float[] x, int from, int channels, float[] terms, int to) {
        for (int c = first; c < channels; c++) {
            terms[to + c] = x[from + c] * x[from + c];
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
        for (int row = 0; row < rows; row++) {
            windowSumsFrom(0, terms, row * step, channels, window, factor, constant, sums, offset + row * channels);
        }
    }

    static void windowSumsFrom(
            int first,
            float[] terms,
            int from,
            int channels,
            int window,
            float factor,
            float constant,
            float[] sums,
            int to) {
        for (int c = first; c < channels; c++) {
            float sum = 0f;
            for (int t = 0; t < window; t++) {
                sum += terms[from + c + t];
            }
            sums[to + c] = Math.fma(factor, sum, constant);
        }
    }

    @Override
    public void powers(float[] s, int offset, int length, float[] factors) {
        powersFrom(0, s, offset, length, factors);
    }

    /** A root in double rounded to float is the correctly rounded root in float. */
    static void powersFrom(int first, float[] s, int offset, int length, float[] factors) {
        for (int i = first; i < length; i++) {
            float root = (float) Math.sqrt(s[offset + i]);
            factors[i] = 1f / (root * (float) Math.sqrt(root));
        }
    }

    @Override
    public void multiply(float[] x, int offset, int length, float[] factors, float[] y) {
        multiplyFrom(0, x, offset, length, factors, y);
    }

    static void multiplyFrom(int first, float[] x, int offset, int length, float[] factors, float[] y) {
        for (int i = first; i < length; i++) {
            y[offset + i] = x[offset + i] * factors[i];
        }
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
        for (int row = 0; row < rows; row++) {
            int shift = row * channels;
            termsFrom(0, g, x, s, offset + shift, channels, factors, shift, terms, before + row * step);
        }
    }

    static void termsFrom(
            int first,
            float[] g,
            float[] x,
            float[] s,
            int from,
            int channels,
            float[] factors,
            int factor,
            float[] terms,
            int to) {
        for (int c = first; c < channels; c++) {
            terms[to + c] = g[from + c] * (x[from + c] * factors[factor + c]) / s[from + c];
        }
    }

    @Override
    public void gradient(
            float[] g, float[] x, int offset, int length, float[] factors, float[] sums, float slope, float[] gx) {
        gradientFrom(0, g, x, offset, length, factors, sums, slope, gx);
    }

    static void gradientFrom(
            int first,
            float[] g,
            float[] x,
            int offset,
            int length,
            float[] factors,
            float[] sums,
            float slope,
            float[] gx) {
        for (int i = first; i < length; i++) {
            gx[offset + i] = Math.fma(x[offset + i], slope * sums[i], g[offset + i] * factors[i]);
        }
    }
}
