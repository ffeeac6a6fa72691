package io.augstream.lab;

import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import java.util.List;

/**
 * What all weights of a network are like, taken together as the n numbers of one vector w; biases and the scales and shifts of
 * batch norm are no weights.
 *
 * @param norm ‖w‖₂
 * @param nearZero the share with |w| below {@value #NEAR}, in [0, 1]: whatever shrinks all weights alike raises it
 * @param sparsity (√n − ‖w‖₁/‖w‖₂) / (√n − 1), in [0, 1], by Hoyer (2004): 0 where all are as large, 1 where one alone is not 0,
 *     and the same for any multiple of w. 0 also where all are 0, and of fewer than two weights
 */
record WeightFigures(double norm, double nearZero, double sparsity) {
    private static final double NEAR = 1e-3;

    static WeightFigures of(List<Parameter> parameters) {
        long count = 0;
        long near = 0;
        double sum = 0;
        double squares = 0;
        for (Parameter parameter : parameters) {
            if (parameter.kind() != ParameterKind.WEIGHT) {
                continue;
            }
            for (float weight : parameter.value()) {
                double size = Math.abs((double) weight);
                near += size < NEAR ? 1 : 0;
                sum += size;
                squares += size * size;
            }
            count += parameter.size();
        }
        double norm = Math.sqrt(squares);
        return new WeightFigures(norm, (double) near / Math.max(1, count), sparsity(count, sum, norm));
    }

    private static double sparsity(long count, double sum, double norm) {
        if (count < 2 || norm == 0) {
            return 0;
        }
        double root = Math.sqrt(count);
        return Math.max(0, Math.min(1, (root - sum / norm) / (root - 1)));
    }
}
