package io.augstream.nn;

/** What the scalar kernels do for batch norm, and what the vector kernels do for the columns that fill no vector. */
final class ScalarNormalisation {
    private ScalarNormalisation() {}

    static void normalise(
            int first,
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y,
            int to) {
        for (int i = 0; i < rows && first < columns; i++) {
            for (int j = first; j < columns; j++) {
                int at = offset + i * columns + j;
                y[to + at - offset] = Math.fma(x[at] - centre[j], scale[j], shift[j]);
            }
        }
    }

    static void normaliseRectified(
            int first,
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y,
            int to) {
        for (int i = 0; i < rows && first < columns; i++) {
            for (int j = first; j < columns; j++) {
                int at = offset + i * columns + j;
                float value = Math.fma(x[at] - centre[j], scale[j], shift[j]);
                y[to + at - offset] = value <= 0 ? 0f : value;
            }
        }
    }

    static void normaliseAddRectified(
            int first,
            float[] x,
            float[] skip,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y) {
        for (int i = 0; i < rows && first < columns; i++) {
            for (int j = first; j < columns; j++) {
                int at = offset + i * columns + j;
                float value = Math.fma(x[at] - centre[j], scale[j], shift[j]) + skip[at];
                y[at] = value <= 0 ? 0f : value;
            }
        }
    }

    static void gradientSums(
            int first,
            float[] g,
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] sums,
            float[] products) {
        for (int j = first; j < columns; j++) {
            float sum = 0f;
            float product = 0f;
            for (int i = 0, at = offset + j; i < rows; i++, at += columns) {
                sum += g[at];
                product = Math.fma(g[at], x[at] - centre[j], product);
            }
            sums[j] = sum;
            products[j] = product;
        }
    }

    static void rectifiedGradientSums(
            int first,
            float[] g,
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] sums,
            float[] products) {
        for (int j = first; j < columns; j++) {
            float sum = 0f;
            float product = 0f;
            for (int i = 0, at = offset + j; i < rows; i++, at += columns) {
                float distance = x[at] - centre[j];
                float passed = Math.fma(distance, scale[j], shift[j]) > 0 ? g[at] : 0f;
                sum += passed;
                product = Math.fma(passed, distance, product);
            }
            sums[j] = sum;
            products[j] = product;
        }
    }

    static void gradient(
            int first,
            float[] g,
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] a,
            float[] b,
            float[] c,
            float[] gx,
            int to) {
        for (int i = 0; i < rows && first < columns; i++) {
            for (int j = first; j < columns; j++) {
                int at = offset + i * columns + j;
                gx[to + at - offset] = Math.fma(g[at], a[j], Math.fma(x[at] - centre[j], b[j], c[j]));
            }
        }
    }

    static void rectifiedGradient(
            int first,
            float[] g,
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] b,
            float[] c,
            float[] gx,
            int to) {
        for (int i = 0; i < rows && first < columns; i++) {
            for (int j = first; j < columns; j++) {
                int at = offset + i * columns + j;
                float distance = x[at] - centre[j];
                float passed = Math.fma(distance, scale[j], shift[j]) > 0 ? g[at] : 0f;
                gx[to + at - offset] = Math.fma(passed, scale[j], Math.fma(distance, b[j], c[j]));
            }
        }
    }
}
