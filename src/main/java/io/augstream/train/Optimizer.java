package io.augstream.train;

import io.augstream.train.safetensors.Tensor;
import java.util.List;

/**
 * Moves the parameters that it was made for against their gradients. Holds what it remembers between steps in arrays
 * that it allocates once. One step at a time.
 */
public interface Optimizer {
    /**
     * One step.
     *
     * @param learningRate of this step, at least 0
     */
    void step(double learningRate);

    /**
     * All that it remembers between steps, by name, in its own arrays: another optimizer for the same parameters, with
     * these numbers in its own, goes on as this one would.
     */
    List<Tensor> state();
}
