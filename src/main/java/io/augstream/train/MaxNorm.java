package io.augstream.train;

import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import java.util.Arrays;
import java.util.List;

/**
 * Holds the weights that lead into each unit, or into each channel of a convolution, to a norm: after a step
 * w ← w·min(1, limit / ‖w‖₂) (Srivastava et al., "Dropout", 2014, section 5.1). Biases, scales and shifts have no such
 * limit.
 */
final class MaxNorm {
    private final List<Parameter> weights;
    private final double limit;
    private final double[][] squares;

    /** @param limit above 0; infinite for none */
    MaxNorm(List<Parameter> parameters, double limit) {
        this.limit = limit;
        weights = limit == Double.POSITIVE_INFINITY
                ? List.of()
                : parameters.stream()
                        .filter(parameter -> parameter.kind() == ParameterKind.WEIGHT)
                        .toList();
        squares = weights.stream().map(weight -> new double[weight.units()]).toArray(double[][]::new);
    }

    void apply() {
        for (int i = 0; i < squares.length; i++) {
            hold(weights.get(i).value(), squares[i]);
        }
    }

    /** @param factors one a unit, written: first the sum of squares, then what the weights are multiplied by */
    private void hold(float[] value, double[] factors) {
        int units = factors.length;
        Arrays.fill(factors, 0);
        for (int row = 0; row < value.length; row += units) {
            for (int unit = 0; unit < units; unit++) {
                factors[unit] += (double) value[row + unit] * value[row + unit];
            }
        }
        boolean within = true;
        for (int unit = 0; unit < units; unit++) {
            double norm = Math.sqrt(factors[unit]);
            factors[unit] = norm > limit ? limit / norm : 1;
            within &= norm <= limit;
        }
        for (int row = 0; row < value.length && !within; row += units) {
            for (int unit = 0; unit < units; unit++) {
                value[row + unit] *= (float) factors[unit];
            }
        }
    }
}
