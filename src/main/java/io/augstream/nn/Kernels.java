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

    /** c = a · b; each element a chain of fused multiply-adds from 0. The columns of c must be contiguous. */
    void multiply(Matrix a, Matrix b, Matrix c, Workspace workspace);

    /** c += a · b; each element a chain of fused multiply-adds from its old value. The columns of c must be contiguous. */
    void multiplyAdd(Matrix a, Matrix b, Matrix c, Workspace workspace);

    /** sums[j] = Σ x[i][j]. */
    void columnSums(float[] x, int offset, int rows, int columns, float[] sums);

    /** sums[j] = Σ (x[i][j] − centre[j])². */
    void columnSquares(float[] x, int offset, int rows, int columns, float[] centre, float[] sums);

    /** sums[j] = Σ g[i][j] · (x[i][j] − centre[j]). */
    void columnProducts(float[] g, float[] x, int offset, int rows, int columns, float[] centre, float[] sums);

    /** y[i][j] = (x[i][j] − centre[j]) · scale[j] + shift[j]. */
    void normalise(float[] x, int rows, int columns, float[] centre, float[] scale, float[] shift, float[] y);

    /** gx[i][j] = g[i][j] · a[j] + ((x[i][j] − centre[j]) · b[j] + c[j]). */
    void normaliseGradient(
            float[] g, float[] x, int rows, int columns, float[] centre, float[] a, float[] b, float[] c, float[] gx);

    /** gx[i] = g[i] where y[i] &gt; 0, else 0. */
    void reluGradient(float[] g, float[] y, int length, float[] gx);

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
