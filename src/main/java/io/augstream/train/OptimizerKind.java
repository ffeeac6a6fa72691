package io.augstream.train;

/** The optimizers by their names in a pipeline file. */
public enum OptimizerKind {
    /** Stochastic gradient descent, with or without momentum: {@link Sgd}. */
    SGD
}
