package io.augstream.golden;

import static io.augstream.golden.Closeness.assertClose;

import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.train.Sgd;
import io.augstream.train.WeightDecay;
import java.util.List;
import java.util.Set;

/** Optimizers against their reference files: parameters p0, p1, … under gradients g0, g1, …. */
final class OptimizerCases {
    private OptimizerCases() {}

    static void sgd(ReferenceFile file) {
        float[] value = file.tensor("p0").floats();
        Parameter parameter = new Parameter("p", ParameterKind.WEIGHT, value, new float[value.length]);
        double momentum = Double.parseDouble(file.metadata().getOrDefault("momentum", "0"));
        WeightDecay decay = new WeightDecay(LayerCases.number(file, "weight_decay"), Set.of());
        Sgd sgd = new Sgd(List.of(parameter), momentum, decay);
        int steps = Integer.parseInt(file.setting("steps"));
        for (int step = 0; step < steps; step++) {
            float[] gradient = file.tensor("g" + step).floats();
            System.arraycopy(gradient, 0, parameter.gradient(), 0, gradient.length);
            sgd.step(LayerCases.number(file, "lr"));
            String after = "p" + (step + 1);
            assertClose(after, file.tensor(after).floats(), value, LayerCases.TOLERANCE);
        }
    }
}
