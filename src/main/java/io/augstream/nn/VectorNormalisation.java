package io.augstream.nn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What the vector kernels do for batch norm, on the columns that fill whole vectors: a vector of columns at a time, over
 * all rows.
 */
final class VectorNormalisation {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private VectorNormalisation() {}

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    /** 0 where the value is at most 0, so that what is not a number stays. */
    private static FloatVector rectified(FloatVector value, FloatVector zero) {
        return value.blend(zero, value.compare(VectorOperators.LE, zero));
    }

    static void normalise(
            float[] x,
            int from,
            int rows,
            int columns,
            int j,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y,
            int to) {
        FloatVector middle = load(centre, j);
        FloatVector factor = load(scale, j);
        FloatVector summand = load(shift, j);
        for (int i = 0, at = from + j; i < rows; i++, at += columns) {
            load(x, at).sub(middle).fma(factor, summand).intoArray(y, to + at - from);
        }
    }

    static void normaliseRectified(
            float[] x,
            int from,
            int rows,
            int columns,
            int j,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y,
            int to) {
        FloatVector middle = load(centre, j);
        FloatVector factor = load(scale, j);
        FloatVector summand = load(shift, j);
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0, at = from + j; i < rows; i++, at += columns) {
            FloatVector value = load(x, at).sub(middle).fma(factor, summand);
            rectified(value, zero).intoArray(y, to + at - from);
        }
    }

    static void normaliseAddRectified(
            float[] x,
            float[] skip,
            int from,
            int rows,
            int columns,
            int j,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] y) {
        FloatVector middle = load(centre, j);
        FloatVector factor = load(scale, j);
        FloatVector summand = load(shift, j);
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0, at = from + j; i < rows; i++, at += columns) {
            FloatVector value = load(x, at).sub(middle).fma(factor, summand).add(load(skip, at));
            rectified(value, zero).intoArray(y, at);
        }
    }

    static void gradientSums(
            float[] g,
            float[] x,
            int from,
            int rows,
            int columns,
            int j,
            float[] centre,
            float[] sums,
            float[] products) {
        FloatVector middle = load(centre, j);
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector product = FloatVector.zero(SPECIES);
        for (int i = 0, at = from + j; i < rows; i++, at += columns) {
            FloatVector gradient = load(g, at);
            sum = sum.add(gradient);
            product = gradient.fma(load(x, at).sub(middle), product);
        }
        sum.intoArray(sums, j);
        product.intoArray(products, j);
    }

    static void rectifiedGradientSums(
            float[] g,
            float[] x,
            int from,
            int rows,
            int columns,
            int j,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] sums,
            float[] products) {
        FloatVector middle = load(centre, j);
        FloatVector factor = load(scale, j);
        FloatVector summand = load(shift, j);
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector product = FloatVector.zero(SPECIES);
        for (int i = 0, at = from + j; i < rows; i++, at += columns) {
            FloatVector distance = load(x, at).sub(middle);
            VectorMask<Float> passes = distance.fma(factor, summand).compare(VectorOperators.GT, zero);
            FloatVector gradient = zero.blend(load(g, at), passes);
            sum = sum.add(gradient);
            product = gradient.fma(distance, product);
        }
        sum.intoArray(sums, j);
        product.intoArray(products, j);
    }

    static void gradient(
            float[] g,
            float[] x,
            int from,
            int rows,
            int columns,
            int j,
            float[] centre,
            float[] a,
            float[] b,
            float[] c,
            float[] gx,
            int to) {
        FloatVector middle = load(centre, j);
        FloatVector factor = load(a, j);
        FloatVector slope = load(b, j);
        FloatVector summand = load(c, j);
        for (int i = 0, at = from + j; i < rows; i++, at += columns) {
            FloatVector distance = load(x, at).sub(middle);
            load(g, at).fma(factor, distance.fma(slope, summand)).intoArray(gx, to + at - from);
        }
    }

    static void rectifiedGradient(
            float[] g,
            float[] x,
            int from,
            int rows,
            int columns,
            int j,
            float[] centre,
            float[] scale,
            float[] shift,
            float[] b,
            float[] c,
            float[] gx,
            int to) {
        FloatVector middle = load(centre, j);
        FloatVector factor = load(scale, j);
        FloatVector raise = load(shift, j);
        FloatVector slope = load(b, j);
        FloatVector summand = load(c, j);
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0, at = from + j; i < rows; i++, at += columns) {
            FloatVector distance = load(x, at).sub(middle);
            VectorMask<Float> passes = distance.fma(factor, raise).compare(VectorOperators.GT, zero);
            FloatVector gradient = zero.blend(load(g, at), passes);
            gradient.fma(factor, distance.fma(slope, summand)).intoArray(gx, to + at - from);
        }
    }
}
