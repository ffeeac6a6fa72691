package io.augstream.nn;

/**
 * Kernels in plain Java. Inner loops run over arrays that all start at the same index, which is what the JIT compiler
 * (C2 of Java 17) needs to vectorise them by itself.
 */
final class ScalarKernels implements Kernels {
    static final ScalarKernels INSTANCE = new ScalarKernels();

    private ScalarKernels() {}

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void multiply(Matrix a, Matrix b, Matrix c, Workspace workspace) {
        ScalarProduct.run(a, b, c, false, workspace);
    }

    @Override
    public void multiplyAdd(Matrix a, Matrix b, Matrix c, Workspace workspace) {
        ScalarProduct.run(a, b, c, true, workspace);
    }

    @Override
    public void columnSums(float[] x, int offset, int rows, int columns, float[] sums) {
        for (int j = 0; j < columns; j++) {
            sums[j] = columnSum(x, offset + j, rows, columns);
        }
    }

    static float columnSum(float[] x, int first, int rows, int stride) {
        float sum = 0f;
        for (int i = 0, at = first; i < rows; i++, at += stride) {
            sum += x[at];
        }
        return sum;
    }

    @Override
    public void columnSquares(float[] x, int offset, int rows, int columns, float[] centre, float[] sums) {
        for (int j = 0; j < columns; j++) {
            sums[j] = columnSquare(x, offset + j, rows, columns, centre[j]);
        }
    }

    static float columnSquare(float[] x, int first, int rows, int stride, float centre) {
        float sum = 0f;
        for (int i = 0, at = first; i < rows; i++, at += stride) {
            float distance = x[at] - centre;
            sum = Math.fma(distance, distance, sum);
        }
        return sum;
    }

    @Override
    public void columnProducts(float[] g, float[] x, int offset, int rows, int columns, float[] centre, float[] sums) {
        for (int j = 0; j < columns; j++) {
            sums[j] = columnProduct(g, x, offset + j, rows, columns, centre[j]);
        }
    }

    static float columnProduct(float[] g, float[] x, int first, int rows, int stride, float centre) {
        float sum = 0f;
        for (int i = 0, at = first; i < rows; i++, at += stride) {
            sum = Math.fma(g[at], x[at] - centre, sum);
        }
        return sum;
    }

    @Override
    public void normalise(float[] x, int rows, int columns, float[] centre, float[] scale, float[] shift, float[] y) {
        normaliseFrom(0, x, rows, columns, centre, scale, shift, y);
    }

    /** {@link #normalise} of the columns from {@code first} on. */
    static void normaliseFrom(
            int first, float[] x, int rows, int columns, float[] centre, float[] scale, float[] shift, float[] y) {
        for (int i = 0; i < rows && first < columns; i++) {
            for (int j = first; j < columns; j++) {
                int at = i * columns + j;
                y[at] = Math.fma(x[at] - centre[j], scale[j], shift[j]);
            }
        }
    }

    @Override
    public void normaliseGradient(
            float[] g, float[] x, int rows, int columns, float[] centre, float[] a, float[] b, float[] c, float[] gx) {
        normaliseGradientFrom(0, g, x, rows, columns, centre, a, b, c, gx);
    }

    /** {@link #normaliseGradient} of the columns from {@code first} on. */
    static void normaliseGradientFrom(
            int first,
            float[] g,
            float[] x,
            int rows,
            int columns,
            float[] centre,
            float[] a,
            float[] b,
            float[] c,
            float[] gx) {
        for (int i = 0; i < rows && first < columns; i++) {
            for (int j = first; j < columns; j++) {
                int at = i * columns + j;
                gx[at] = Math.fma(g[at], a[j], Math.fma(x[at] - centre[j], b[j], c[j]));
            }
        }
    }

    @Override
    public void reluGradient(float[] g, float[] y, int length, float[] gx) {
        for (int i = 0; i < length; i++) {
            gx[i] = y[i] > 0 ? g[i] : 0f;
        }
    }

    @Override
    public void larger(
            float[] x,
            int xOffset,
            int xStep,
            float tap,
            float[] best,
            float[] which,
            int offset,
            int count,
            int length) {
        for (int n = 0; n < count; n++) {
            largerFrom(0, x, xOffset + n * xStep, tap, best, which, offset + n * length, length);
        }
    }

    /** One place of {@link #larger}, from value {@code first} on. */
    static void largerFrom(
            int first, float[] x, int xOffset, float tap, float[] best, float[] which, int offset, int length) {
        for (int i = first; i < length; i++) {
            float value = x[xOffset + i];
            if (value > best[offset + i] || Float.isNaN(value)) {
                best[offset + i] = value;
                which[offset + i] = tap;
            }
        }
    }

    @Override
    public void addWhere(
            float tap,
            float[] which,
            float[] g,
            int offset,
            float[] gx,
            int gxOffset,
            int gxStep,
            int count,
            int length) {
        for (int n = 0; n < count; n++) {
            addWhereFrom(0, tap, which, g, offset + n * length, gx, gxOffset + n * gxStep, length);
        }
    }

    /** One place of {@link #addWhere}, from value {@code first} on. */
    static void addWhereFrom(
            int first, float tap, float[] which, float[] g, int offset, float[] gx, int gxOffset, int length) {
        for (int i = first; i < length; i++) {
            if (which[offset + i] == tap) {
                gx[gxOffset + i] += g[offset + i];
            }
        }
    }
}
