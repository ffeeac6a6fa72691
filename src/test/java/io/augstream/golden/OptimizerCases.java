package io.augstream.golden;

import static io.augstream.golden.Closeness.assertClose;

import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.nn.Workers;
import io.augstream.train.AdamSettings;
import io.augstream.train.Optimizer;
import io.augstream.train.OptimizerSettings;
import io.augstream.train.SgdSettings;
import io.augstream.train.WeightDecay;
import java.util.List;
import java.util.Set;

/** Optimizers against their reference files: parameters p0, p1, … under gradients g0, g1, …. */
final class OptimizerCases {
    private OptimizerCases() {}

    static void sgd(ReferenceFile file) {
        double momentum = number(file, "momentum", 0);
        boolean nesterov = Boolean.parseBoolean(file.metadata().getOrDefault("nesterov", "false"));
        run(file, new SgdSettings(momentum, nesterov));
    }

    static void adam(ReferenceFile file) {
        run(file, adam(file, false));
    }

    static void adamW(ReferenceFile file) {
        run(file, adam(file, true));
    }

    private static AdamSettings adam(ReferenceFile file, boolean decoupled) {
        return new AdamSettings(
                decoupled, number(file, "beta1", 0.9), number(file, "beta2", 0.999), number(file, "eps", 1e-8));
    }

    private static double number(ReferenceFile file, String setting, double otherwise) {
        return Double.parseDouble(file.metadata().getOrDefault(setting, String.valueOf(otherwise)));
    }

    private static void run(ReferenceFile file, OptimizerSettings settings) {
        float[] value = file.tensor("p0").floats();
        Parameter parameter = new Parameter("p", ParameterKind.WEIGHT, value, new float[value.length]);
        WeightDecay decay = new WeightDecay(number(file, "weight_decay", 0), Set.of());
        Optimizer optimizer = settings.create(List.of(parameter), decay, Workers.ALONE);
        int steps = Integer.parseInt(file.setting("steps"));
        for (int step = 0; step < steps; step++) {
            float[] gradient = file.tensor("g" + step).floats();
            System.arraycopy(gradient, 0, parameter.gradient(), 0, gradient.length);
            optimizer.step(LayerCases.number(file, "lr"));
            String after = "p" + (step + 1);
            assertClose(after, file.tensor(after).floats(), value, LayerCases.TOLERANCE);
        }
    }
}
