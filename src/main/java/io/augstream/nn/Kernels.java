package io.augstream.nn;

/**
 * The loops where a network spends its time.
 *
 * <p>Every implementation gives the same bits: each output element is one chain of operations in a fixed order (rows, or
 * the inner index of a product, ascending), and work is vectorised over outputs, never across a sum. So neither the
 * kernels chosen nor the width of the machine's vectors shows in a result.
 *
 * <p>"Rows" and "columns" describe arrays that hold row after row; for a feature map a row is a pixel and a column a
 * channel. Implementations keep no state and may be shared by threads; arrays and workspaces may not.
 */
public interface Kernels {
    /** The fastest kernels this process can run: vector kernels where {@code jdk.incubator.vector} is present. */
    static Kernels selected() {
        return KernelChoice.SELECTED;
    }

    /** Kernels that need no module; the same bits, several times slower. */
    static Kernels scalar() {
        return ScalarKernels.INSTANCE;
    }

    /** One line for a log or a report: which kernels run, and why not faster ones. */
    static String describe() {
        return KernelChoice.DESCRIPTION;
    }

    /** {@code vector} or {@code scalar}. */
    String name();

    /** The loops of {@link LocalResponseNorm}. */
    ResponseKernels response();

    /** The loops of a smooth activation. */
    ActivationLoops activation(SmoothActivation activation);

    /** c = a · b; each element a chain of fused multiply-adds from 0. The columns of c must be contiguous. */
    void multiply(Matrix a, Matrix b, Matrix c, Workspace workspace);

    /** c += a · b; each element a chain of fused multiply-adds from its old value. The columns of c must be contiguous. */
    void multiplyAdd(Matrix a, Matrix b, Matrix c, Workspace workspace);

    /** A transform of {@code length} values a line, {@code count} times over. No line of the results may lie on another. */
    void transform(Transform transform, Lines from, Lines to, int count, int length);

    /** to[i] = Σ matrix[i][j] · from[j], chains of fused multiply-adds, for {@code length} values a line, {@code count} times over. */
    void combine(float[][] matrix, Lines from, Lines to, int count, int length);

    /** sums[j] = Σ x[i][j]. */
    void columnSums(float[] x, int offset, int rows, int columns, float[] sums);

    /** sums[j] = Σ (x[i][j] − centre[j])². */
    void columnSquares(float[] x, int offset, int rows, int columns, float[] centre, float[] sums);

    /** y[i][j] = (x[i][j] − centre[j]) · scale[j] + shift[j]; {@code offset} is that of the first row in x, and {@code to} in y. */
    void normalise(
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y,
            int to);

    /** {@link #normalise}, and 0 where that is not above 0. */
    void normaliseRectified(
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y,
            int to);

    /** {@link #normaliseRectified} with skip[i][j] added before negative values become 0. */
    void normaliseAddRectified(
            float[] x,
            float[] skip,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y);

    /** sums[j] = Σ g[i][j] and products[j] = Σ g[i][j] · (x[i][j] − centre[j]). */
    void gradientSums(
            float[] g, float[] x, int offset, int rows, int columns, float[] centre, float[] sums, float[] products);

    /** {@link #gradientSums} of g where {@link #normaliseRectified} of x is above 0, and of 0 elsewhere. */
    void rectifiedGradientSums(
            float[] g,
            float[] x,
            int offset,
            int rows,
            int columns,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] sums,
            float[] products);

    /** gx[i][j] = g[i][j] · a[j] + ((x[i][j] − centre[j]) · b[j] + c[j]). */
    void normaliseGradient(
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
            int to);

    /** {@link #normaliseGradient} with a = scale, of g where {@link #normaliseRectified} of x is above 0. */
    void rectifiedNormaliseGradient(
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
            int to);

    /** y[i] = x[i], or 0 where that is at most 0: what is not a number stays. {@code length} values from {@code offset} on. */
    void rectify(float[] x, int offset, int length, float[] y);

    /** gx[i] = g[i] where y[i] &gt; 0, else 0; {@code length} values from {@code offset} on. */
    void reluGradient(float[] g, float[] y, int offset, int length, float[] gx);

    /** sum[i] = a[i] + b[i]; {@code length} values from {@code offset} on. */
    void add(float[] a, float[] b, int offset, int length, float[] sum);

    /**
     * One step of running maxima, at {@code count} places of {@code length} values each: where x is larger than best, or
     * not a number, best = x and which = tap. Places lie {@code xStep} apart in x, and one after the other in the rest.
     *
     * @param which the number of the tap that holds the maximum, kept as a float so that it shares the lanes of best
     */
    void larger(
            float[] x,
            int xOffset,
            int xStep,
            float tap,
            float[] best,
            float[] which,
            int offset,
            int count,
            int length);

    /** The way back of {@link #larger}: adds g to gx at the same places, where which = tap. */
    void addWhere(
            float tap,
            float[] which,
            float[] g,
            int offset,
            float[] gx,
            int gxOffset,
            int gxStep,
            int count,
            int length);
}
