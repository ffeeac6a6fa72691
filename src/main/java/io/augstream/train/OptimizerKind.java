package io.augstream.train;

import java.util.List;

/** The optimizers by their names in a pipeline file. */
public enum OptimizerKind {
    /** Stochastic gradient descent, with or without momentum: {@link Sgd}. */
    SGD(List.of("momentum", "nesterov")),
    /** {@link Adam} with weight decay as a part of the gradient. */
    ADAM(List.of("beta1", "beta2", "epsilon")),
    /** {@link Adam} with weight decay beside the gradient. */
    ADAMW(List.of("beta1", "beta2", "epsilon"));

    private final List<String> settings;

    OptimizerKind(List<String> settings) {
        this.settings = settings;
    }

    /** The settings that this optimizer has and others may not, by their names in a pipeline file. */
    List<String> settings() {
        return settings;
    }
}
