package io.augstream.nn;

import static io.augstream.nn.SmoothFormulas.DENSITY_AT_0;
import static io.augstream.nn.SmoothFormulas.SQRT_HALF;
import static io.augstream.nn.SmoothFormulas.TAIL;
import static io.augstream.nn.SmoothFormulas.TAIL_P;
import static io.augstream.nn.SmoothFormulas.TANH;
import static io.augstream.nn.SmoothFormulas.TANH_SMALL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of a smooth activation with the Vector API: {@link SmoothFormulas} a vector at a time, where their reasons
 * stand. One loop for each activation, for a vector that is chosen within a loop lands on the heap.
 */
record VectorActivation(SmoothActivation activation) implements ActivationLoops {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void values(float[] x, int offset, int length, float[] y) {
        int end = offset + SPECIES.loopBound(length);
        switch (activation) {
            case SIGMOID -> {
                for (int i = offset; i < end; i += LANES) {
                    logistic(load(x, i)).intoArray(y, i);
                }
            }
            case TANH -> {
                for (int i = offset; i < end; i += LANES) {
                    tanh(load(x, i)).intoArray(y, i);
                }
            }
            case GELU -> {
                for (int i = offset; i < end; i += LANES) {
                    gelu(load(x, i)).intoArray(y, i);
                }
            }
            case SILU -> {
                for (int i = offset; i < end; i += LANES) {
                    FloatVector value = load(x, i);
                    value.mul(logistic(value)).intoArray(y, i);
                }
            }
        }
        new ScalarActivation(activation).values(x, end, offset + length - end, y);
    }

    @Override
    public void gradients(float[] g, float[] x, int offset, int length, float[] gx) {
        int end = offset + SPECIES.loopBound(length);
        switch (activation) {
            case SIGMOID -> {
                for (int i = offset; i < end; i += LANES) {
                    load(g, i).mul(logisticSlope(expOfMinus(load(x, i).abs()))).intoArray(gx, i);
                }
            }
            case TANH -> {
                for (int i = offset; i < end; i += LANES) {
                    load(g, i).mul(tanhSlope(load(x, i))).intoArray(gx, i);
                }
            }
            case GELU -> {
                for (int i = offset; i < end; i += LANES) {
                    load(g, i).mul(geluSlope(load(x, i))).intoArray(gx, i);
                }
            }
            case SILU -> {
                for (int i = offset; i < end; i += LANES) {
                    load(g, i).mul(siluSlope(load(x, i))).intoArray(gx, i);
                }
            }
        }
        new ScalarActivation(activation).gradients(g, x, end, offset + length - end, gx);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    private static FloatVector logistic(FloatVector x) {
        FloatVector e = expOfMinus(x.abs());
        return constant(1f).blend(e, isNegative(x)).div(e.add(1f));
    }

    private static FloatVector logisticSlope(FloatVector e) {
        FloatVector sum = e.add(1f);
        return e.div(sum.mul(sum));
    }

    private static FloatVector siluSlope(FloatVector x) {
        FloatVector e = expOfMinus(x.abs());
        FloatVector sum = e.add(1f);
        FloatVector logistic = constant(1f).blend(e, isNegative(x)).div(sum);
        return x.fma(e.div(sum.mul(sum)), logistic);
    }

    private static FloatVector tanh(FloatVector x) {
        FloatVector size = x.abs();
        FloatVector e = expOfMinus(size.mul(2f));
        FloatVector quotient = constant(1f).sub(e).div(e.add(1f));
        FloatVector large = quotient.blend(quotient.neg(), isNegative(x));
        FloatVector square = x.mul(x);
        FloatVector small = x.mul(square).fma(polynomial(TANH, square), x);
        return large.blend(small, size.compare(VectorOperators.LT, TANH_SMALL));
    }

    private static FloatVector tanhSlope(FloatVector x) {
        return logisticSlope(expOfMinus(x.abs().mul(2f))).mul(4f);
    }

    private static FloatVector gelu(FloatVector x) {
        return x.mul(below(x, expOfMinus(x.mul(0.5f).mul(x))));
    }

    private static FloatVector geluSlope(FloatVector x) {
        FloatVector e = expOfMinus(x.mul(0.5f).mul(x));
        return x.fma(e.mul(DENSITY_AT_0), below(x, e));
    }

    private static FloatVector below(FloatVector x, FloatVector e) {
        FloatVector t = constant(1f).div(x.abs().fma(constant(TAIL_P * SQRT_HALF), constant(1f)));
        FloatVector tail = e.mul(0.5f).mul(t).mul(polynomial(TAIL, t));
        return constant(1f).sub(tail).blend(tail, isNegative(x));
    }

    private static VectorMask<Float> isNegative(FloatVector x) {
        return x.compare(VectorOperators.LT, 0f);
    }

    private static FloatVector polynomial(float[] coefficients, FloatVector x) {
        FloatVector sum = constant(coefficients[0]);
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum.fma(x, constant(coefficients[i]));
        }
        return sum;
    }

    /** {@link Exponential#ofMinus}. */
    private static FloatVector expOfMinus(FloatVector t) {
        FloatVector x = t.min(Exponential.LARGEST).neg();
        FloatVector rounded = x.fma(constant(Exponential.LOG2_E), constant(Exponential.ROUNDER));
        FloatVector n = rounded.sub(Exponential.ROUNDER);
        FloatVector r = n.fma(constant(-Exponential.LN2_HIGH), x);
        r = n.fma(constant(-Exponential.LN2_LOW), r);
        FloatVector power = polynomial(Exponential.SERIES, r).fma(r.mul(r), r).add(1f);
        IntVector scale = rounded.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, Exponential.EXPONENT_SHIFT)
                .add(Exponential.BITS_OF_1);
        return power.mul(scale.reinterpretAsFloats());
    }
}
