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
    public ResponseKernels response() {
        return ScalarResponse.INSTANCE;
    }

    @Override
    public ActivationLoops activation(SmoothActivation activation) {
        return new ScalarActivation(activation);
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
    public void transform(Transform transform, Lines from, Lines to, int count, int length) {
        ScalarTransforms.run(transform, from, to, count, 0, length);
    }

    @Override
    public void combine(float[][] matrix, Lines from, Lines to, int count, int length) {
        ScalarTransforms.combine(matrix, from, to, count, 0, length);
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
    public void normalise(
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y,
            int to) {
        ScalarNormalisation.normalise(0, x, offset, rows, columns, centre, scale, shift, y, to);
    }

    @Override
    public void normaliseRectified(
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y,
            int to) {
        ScalarNormalisation.normaliseRectified(0, x, offset, rows, columns, centre, scale, shift, y, to);
    }

    @Override
    public void normaliseAddRectified(
            float[] x,
            float[] skip,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y) {
        ScalarNormalisation.normaliseAddRectified(0, x, skip, offset, rows, columns, centre, scale, shift, y);
    }

    @Override
    public void gradientSums(
            float[] g, float[] x, int offset, int rows, int columns, float[] centre, float[] sums, float[] products) {
        ScalarNormalisation.gradientSums(0, g, x, offset, rows, columns, centre, sums, products);
    }

    @Override
    public void rectifiedGradientSums(
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
        ScalarNormalisation.rectifiedGradientSums(0, g, x, offset, rows, columns, centre, scale, shift, sums, products);
    }

    @Override
    public void normaliseGradient(
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
        ScalarNormalisation.gradient(0, g, x, offset, rows, columns, centre, a, b, c, gx, to);
    }

    @Override
    public void rectifiedNormaliseGradient(
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
        ScalarNormalisation.rectifiedGradient(0, g, x, offset, rows, columns, centre, scale, shift, b, c, gx, to);
    }

    @Override
    public void rectify(float[] x, int offset, int length, float[] y) {
        for (int i = offset; i < offset + length; i++) {
            y[i] = x[i] <= 0 ? 0f : x[i];
        }
    }

    @Override
    public void reluGradient(float[] g, float[] y, int offset, int length, float[] gx) {
        for (int i = offset; i < offset + length; i++) {
            gx[i] = y[i] > 0 ? g[i] : 0f;
        }
    }

    @Override
    public void add(float[] a, float[] b, int offset, int length, float[] sum) {
        for (int i = offset; i < offset + length; i++) {
            sum[i] = a[i] + b[i];
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
