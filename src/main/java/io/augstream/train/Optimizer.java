package io.augstream.train;

/**
 * Moves the parameters that it was made for against their gradients. Holds what it remembers between steps in arrays
 * that it allocates once; on one thread.
 */
public interface Optimizer {
    /**
     * One step.
     *
     * @param learningRate of this step, at least 0
     */
    void step(double learningRate);
}
