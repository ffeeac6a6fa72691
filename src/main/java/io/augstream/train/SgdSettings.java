package io.augstream.train;

import io.augstream.nn.Parameter;
import io.augstream.nn.Workers;
import java.util.List;

/**
 * Settings of {@link Sgd}.
 *
 * @param momentum μ, in [0, 1); 0 is plain gradient descent
 * @param nesterov whether the gradient is taken ahead along the velocity; needs a momentum
 */
public record SgdSettings(double momentum, boolean nesterov) implements OptimizerSettings {
    public SgdSettings {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must lie in [0, 1), got " + momentum);
        }
        if (nesterov && momentum == 0) {
            throw new IllegalArgumentException("nesterov needs a momentum above 0");
        }
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.SGD;
    }

    @Override
    public double usualLearningRate() {
        return 0.05;
    }

    /** Its velocity, even at momentum 0. */
    @Override
    public int momentsPerParameter() {
        return 1;
    }

    @Override
    public Optimizer create(List<Parameter> parameters, WeightDecay decay, Workers workers) {
        return new Sgd(parameters, this, decay, workers);
    }
}
