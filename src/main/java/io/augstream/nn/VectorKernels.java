package io.augstream.nn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels of the Vector API, for vectors of any width. Neighbouring columns share a vector, and each lane does what the
 * scalar kernels do; columns that fill no vector are done one by one.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Values of a map that are worked through column by column before the next: they stay in the first-level cache. */
    private static final int CHUNK = 2048;

    static int laneCount() {
        return LANES;
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public void multiply(Matrix a, Matrix b, Matrix c, Workspace workspace) {
        VectorProduct.run(a, b, c, false, workspace);
    }

    @Override
    public void multiplyAdd(Matrix a, Matrix b, Matrix c, Workspace workspace) {
        VectorProduct.run(a, b, c, true, workspace);
    }

    @Override
    public void columnSums(float[] x, int offset, int rows, int columns, float[] sums) {
        int j = 0;
        for (; j + LANES <= columns; j += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int i = 0, at = offset + j; i < rows; i++, at += columns) {
                sum = sum.add(FloatVector.fromArray(SPECIES, x, at));
            }
            sum.intoArray(sums, j);
        }
        for (; j < columns; j++) {
            sums[j] = ScalarKernels.columnSum(x, offset + j, rows, columns);
        }
    }

    @Override
    public void columnSquares(float[] x, int offset, int rows, int columns, float[] centre, float[] sums) {
        int j = 0;
        for (; j + LANES <= columns; j += LANES) {
            FloatVector middle = FloatVector.fromArray(SPECIES, centre, j);
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int i = 0, at = offset + j; i < rows; i++, at += columns) {
                FloatVector distance = FloatVector.fromArray(SPECIES, x, at).sub(middle);
                sum = distance.fma(distance, sum);
            }
            sum.intoArray(sums, j);
        }
        for (; j < columns; j++) {
            sums[j] = ScalarKernels.columnSquare(x, offset + j, rows, columns, centre[j]);
        }
    }

    @Override
    public void columnProducts(float[] g, float[] x, int offset, int rows, int columns, float[] centre, float[] sums) {
        int j = 0;
        for (; j + LANES <= columns; j += LANES) {
            FloatVector middle = FloatVector.fromArray(SPECIES, centre, j);
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int i = 0, at = offset + j; i < rows; i++, at += columns) {
                FloatVector distance = FloatVector.fromArray(SPECIES, x, at).sub(middle);
                sum = FloatVector.fromArray(SPECIES, g, at).fma(distance, sum);
            }
            sum.intoArray(sums, j);
        }
        for (; j < columns; j++) {
            sums[j] = ScalarKernels.columnProduct(g, x, offset + j, rows, columns, centre[j]);
        }
    }

    @Override
    public void normalise(float[] x, int rows, int columns, float[] centre, float[] scale, float[] shift, float[] y) {
        int whole = SPECIES.loopBound(columns);
        int chunk = Math.max(1, CHUNK / columns);
        for (int row = 0; row < rows; row += chunk) {
            int end = Math.min(rows, row + chunk);
            for (int j = 0; j < whole; j += LANES) {
                normaliseColumns(x, row, end, j, columns, centre, scale, shift, y);
            }
        }
        ScalarKernels.normaliseFrom(whole, x, rows, columns, centre, scale, shift, y);
    }

    private static void normaliseColumns(
            float[] x, int row, int end, int j, int columns, float[] centre, float[] scale, float[] shift, float[] y) {
        FloatVector middle = FloatVector.fromArray(SPECIES, centre, j);
        FloatVector factor = FloatVector.fromArray(SPECIES, scale, j);
        FloatVector summand = FloatVector.fromArray(SPECIES, shift, j);
        for (int i = row, at = row * columns + j; i < end; i++, at += columns) {
            FloatVector distance = FloatVector.fromArray(SPECIES, x, at).sub(middle);
            distance.fma(factor, summand).intoArray(y, at);
        }
    }

    @Override
    public void normaliseGradient(
            float[] g, float[] x, int rows, int columns, float[] centre, float[] a, float[] b, float[] c, float[] gx) {
        int whole = SPECIES.loopBound(columns);
        int chunk = Math.max(1, CHUNK / columns);
        for (int row = 0; row < rows; row += chunk) {
            int end = Math.min(rows, row + chunk);
            for (int j = 0; j < whole; j += LANES) {
                normaliseGradientColumns(g, x, row, end, j, columns, centre, a, b, c, gx);
            }
        }
        ScalarKernels.normaliseGradientFrom(whole, g, x, rows, columns, centre, a, b, c, gx);
    }

    private static void normaliseGradientColumns(
            float[] g,
            float[] x,
            int row,
            int end,
            int j,
            int columns,
            float[] centre,
            float[] a,
            float[] b,
            float[] c,
            float[] gx) {
        FloatVector middle = FloatVector.fromArray(SPECIES, centre, j);
        FloatVector factor = FloatVector.fromArray(SPECIES, a, j);
        FloatVector slope = FloatVector.fromArray(SPECIES, b, j);
        FloatVector summand = FloatVector.fromArray(SPECIES, c, j);
        for (int i = row, at = row * columns + j; i < end; i++, at += columns) {
            FloatVector distance = FloatVector.fromArray(SPECIES, x, at).sub(middle);
            FloatVector.fromArray(SPECIES, g, at)
                    .fma(factor, distance.fma(slope, summand))
                    .intoArray(gx, at);
        }
    }

    @Override
    public void reluGradient(float[] g, float[] y, int length, float[] gx) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            VectorMask<Float> positive = FloatVector.fromArray(SPECIES, y, i).compare(VectorOperators.GT, zero);
            zero.blend(FloatVector.fromArray(SPECIES, g, i), positive).intoArray(gx, i);
        }
        for (; i < length; i++) {
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
        int whole = SPECIES.loopBound(length);
        for (int n = 0; n < count; n++) {
            int from = xOffset + n * xStep;
            int to = offset + n * length;
            for (int i = 0; i < whole; i += LANES) {
                FloatVector value = FloatVector.fromArray(SPECIES, x, from + i);
                FloatVector old = FloatVector.fromArray(SPECIES, best, to + i);
                VectorMask<Float> better =
                        value.compare(VectorOperators.GT, old).or(value.compare(VectorOperators.NE, value));
                old.blend(value, better).intoArray(best, to + i);
                FloatVector.fromArray(SPECIES, which, to + i).blend(tap, better).intoArray(which, to + i);
            }
            ScalarKernels.largerFrom(whole, x, from, tap, best, which, to, length);
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
        int whole = SPECIES.loopBound(length);
        for (int n = 0; n < count; n++) {
            int from = offset + n * length;
            int to = gxOffset + n * gxStep;
            for (int i = 0; i < whole; i += LANES) {
                VectorMask<Float> here =
                        FloatVector.fromArray(SPECIES, which, from + i).compare(VectorOperators.EQ, tap);
                FloatVector old = FloatVector.fromArray(SPECIES, gx, to + i);
                FloatVector sum = old.add(FloatVector.fromArray(SPECIES, g, from + i));
                old.blend(sum, here).intoArray(gx, to + i);
            }
            ScalarKernels.addWhereFrom(whole, tap, which, g, from, gx, to, length);
        }
    }
}
