package io.augstream.train;

import io.augstream.nn.Parameter;
import io.augstream.train.safetensors.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The names of what optimizers remember of each parameter, as {@code optimizer.velocity.0.dense.weight}. */
final class OptimizerState {
    static final String PREFIX = "optimizer.";

    private OptimizerState() {}

    /** @param values an array a parameter, in their order */
    static List<Tensor> of(String what, List<Parameter> parameters, float[][] values) {
        List<Tensor> state = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            state.add(Tensor.of(PREFIX + what + "." + parameters.get(i).name(), values[i]));
        }
        return state;
    }
}
