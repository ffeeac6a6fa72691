package io.augstream.nn;

/**
 * The loops of local response normalisation, over some neighbouring places ("rows") of a map. What lies in padded rows has
 * room for a window's overhang before and after the channels: {@code step} values a row, {@code channels} of them used.
 */
interface ResponseKernels {
    /** terms[row][before + c] = x[row][c]². {@code offset} is that of the first row in x. */
    void squares(float[] x, int offset, int rows, int channels, float[] terms, int before, int step);

    /** sums[row][c] = constant + factor · Σ terms[row][c + t], over t below {@code window}; sums from {@code offset} on. */
    void windowSums(
            float[] terms,
            int step,
            int rows,
            int channels,
            int window,
            float factor,
            float constant,
            float[] sums,
            int offset);

    /** factors[i] = s[offset + i] to the power of −3/4, from correctly rounded roots. */
    void powers(float[] s, int offset, int length, float[] factors);

    /** y = x · factors, x and y from {@code offset} on. */
    void multiply(float[] x, int offset, int length, float[] factors, float[] y);

    /** terms[row][before + c] = g · x · factors / s, of which g, x and s lie from {@code offset} on. */
    void gradientTerms(
            float[] g,
            float[] x,
            float[] s,
            int offset,
            int rows,
            int channels,
            float[] factors,
            float[] terms,
            int before,
            int step);

    /** gx = g · factors + x · (slope · sums), of which g, x and gx lie from {@code offset} on. */
    void gradient(float[] g, float[] x, int offset, int length, float[] factors, float[] sums, float slope, float[] gx);
}
