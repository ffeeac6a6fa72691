package io.augstream.nn;

import io.augstream.simd.Rehearsal;
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

    static {
        Rehearsal.run();
    }

    static int laneCount() {
        return LANES;
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public ResponseKernels response() {
        return VectorResponse.INSTANCE;
    }

    @Override
    public ActivationLoops activation(SmoothActivation activation) {
        return new VectorActivation(activation);
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
    public void transform(Transform transform, Lines from, Lines to, int count, int length) {
        VectorTransforms.run(transform, from, to, count, length);
    }

    @Override
    public void combine(float[][] matrix, Lines from, Lines to, int count, int length) {
        VectorTransforms.combine(matrix, from, to, count, length);
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
        int whole = SPECIES.loopBound(columns);
        int chunk = Math.max(1, CHUNK / columns);
        for (int row = 0; row < rows; row += chunk) {
            int at = offset + row * columns;
            int count = Math.min(chunk, rows - row);
            for (int j = 0; j < whole; j += LANES) {
                VectorNormalisation.normalise(x, at, count, columns, j, centre, scale, shift, y, to + row * columns);
            }
        }
        ScalarNormalisation.normalise(whole, x, offset, rows, columns, centre, scale, shift, y, to);
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
        int whole = SPECIES.loopBound(columns);
        int chunk = Math.max(1, CHUNK / columns);
        for (int row = 0; row < rows; row += chunk) {
            int at = offset + row * columns;
            int count = Math.min(chunk, rows - row);
            for (int j = 0; j < whole; j += LANES) {
                VectorNormalisation.normaliseRectified(
                        x, at, count, columns, j, centre, scale, shift, y, to + row * columns);
            }
        }
        ScalarNormalisation.normaliseRectified(whole, x, offset, rows, columns, centre, scale, shift, y, to);
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
        int whole = SPECIES.loopBound(columns);
        int chunk = Math.max(1, CHUNK / columns);
        for (int row = 0; row < rows; row += chunk) {
            int at = offset + row * columns;
            int count = Math.min(chunk, rows - row);
            for (int j = 0; j < whole; j += LANES) {
                VectorNormalisation.normaliseAddRectified(x, skip, at, count, columns, j, centre, scale, shift, y);
            }
        }
        ScalarNormalisation.normaliseAddRectified(whole, x, skip, offset, rows, columns, centre, scale, shift, y);
    }

    @Override
    public void gradientSums(
            float[] g, float[] x, int offset, int rows, int columns, float[] centre, float[] sums, float[] products) {
        int whole = SPECIES.loopBound(columns);
        for (int j = 0; j < whole; j += LANES) {
            VectorNormalisation.gradientSums(g, x, offset, rows, columns, j, centre, sums, products);
        }
        ScalarNormalisation.gradientSums(whole, g, x, offset, rows, columns, centre, sums, products);
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
        int whole = SPECIES.loopBound(columns);
        for (int j = 0; j < whole; j += LANES) {
            VectorNormalisation.rectifiedGradientSums(
                    g, x, offset, rows, columns, j, centre, scale, shift, sums, products);
        }
        ScalarNormalisation.rectifiedGradientSums(
                whole, g, x, offset, rows, columns, centre, scale, shift, sums, products);
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
        int whole = SPECIES.loopBound(columns);
        int chunk = Math.max(1, CHUNK / columns);
        for (int row = 0; row < rows; row += chunk) {
            int at = offset + row * columns;
            int count = Math.min(chunk, rows - row);
            for (int j = 0; j < whole; j += LANES) {
                VectorNormalisation.gradient(g, x, at, count, columns, j, centre, a, b, c, gx, to + row * columns);
            }
        }
        ScalarNormalisation.gradient(whole, g, x, offset, rows, columns, centre, a, b, c, gx, to);
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
        int whole = SPECIES.loopBound(columns);
        int chunk = Math.max(1, CHUNK / columns);
        for (int row = 0; row < rows; row += chunk) {
            int at = offset + row * columns;
            int count = Math.min(chunk, rows - row);
            for (int j = 0; j < whole; j += LANES) {
                VectorNormalisation.rectifiedGradient(
                        g, x, at, count, columns, j, centre, scale, shift, b, c, gx, to + row * columns);
            }
        }
        ScalarNormalisation.rectifiedGradient(whole, g, x, offset, rows, columns, centre, scale, shift, b, c, gx, to);
    }

    @Override
    public void rectify(float[] x, int offset, int length, float[] y) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, x, offset + i);
            value.blend(zero, value.compare(VectorOperators.LE, zero)).intoArray(y, offset + i);
        }
        ScalarKernels.INSTANCE.rectify(x, offset + i, length - i, y);
    }

    @Override
    public void reluGradient(float[] g, float[] y, int offset, int length, float[] gx) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            VectorMask<Float> positive =
                    FloatVector.fromArray(SPECIES, y, offset + i).compare(VectorOperators.GT, zero);
            zero.blend(FloatVector.fromArray(SPECIES, g, offset + i), positive).intoArray(gx, offset + i);
        }
        ScalarKernels.INSTANCE.reluGradient(g, y, offset + i, length - i, gx);
    }

    @Override
    public void add(float[] a, float[] b, int offset, int length, float[] sum) {
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, a, offset + i);
            value.add(FloatVector.fromArray(SPECIES, b, offset + i)).intoArray(sum, offset + i);
        }
        ScalarKernels.INSTANCE.add(a, b, offset + i, length - i, sum);
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
