package io.augstream.train;

import io.augstream.nn.Parameter;
import io.augstream.nn.Workers;
import java.util.List;

/**
 * Settings of {@link Adam}.
 *
 * @param decoupled whether weight decay stands beside the gradient (AdamW) and not in it
 * @param beta1 decay of the mean gradient, in [0, 1)
 * @param beta2 decay of the mean squared gradient, in [0, 1)
 * @param epsilon added to the root of the mean squared gradient, above 0
 */
public record AdamSettings(boolean decoupled, double beta1, double beta2, double epsilon) implements OptimizerSettings {
    public AdamSettings {
        share("beta1", beta1);
        share("beta2", beta2);
        // In float arithmetic a smaller one is 0, and 0 / 0 where a gradient has always been 0.
        if (!(epsilon >= Float.MIN_NORMAL && epsilon < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "epsilon must be a number above 1.2e-38, the smallest normal float, got " + epsilon);
        }
    }

    @Override
    public OptimizerKind kind() {
        return decoupled ? OptimizerKind.ADAMW : OptimizerKind.ADAM;
    }

    @Override
    public double usualLearningRate() {
        return 0.001;
    }

    /** The means of its gradient and of its square. */
    @Override
    public int momentsPerParameter() {
        return 2;
    }

    @Override
    public Optimizer create(List<Parameter> parameters, WeightDecay decay, Workers workers) {
        return new Adam(parameters, this, decay, workers);
    }

    private static void share(String setting, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(setting + " must lie in [0, 1), got " + value);
        }
    }
}
