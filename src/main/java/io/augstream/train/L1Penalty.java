package io.augstream.train;

import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.settings.Value;
import java.util.List;
import java.util.Set;

/**
 * The L1 penalty: the training minimises C = E + λ·Σ|w|, so ∂C/∂w = ∂E/∂w + λ·sign(w), with sign(0) = 0 (Tibshirani,
 * "Regression Shrinkage and Selection via the Lasso", 1996). It is a part of the gradient under every optimizer, AdamW
 * too. Losses are reported as E.
 *
 * @param rate λ, at least 0
 * @param exclude kinds of parameters that it leaves alone; none by default, weights cannot be excluded
 */
public record L1Penalty(double rate, Set<ParameterKind> exclude) {
    public static final L1Penalty NONE = new L1Penalty(0, Set.of());

    public L1Penalty {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate must be a number of at least 0, got " + rate);
        }
        exclude = ExcludedKinds.checked(exclude);
    }

    /** From a number, or from {@code {rate: 1e-5, exclude: [bias, norm]}}. */
    static L1Penalty from(Value value) {
        WeightDecay alike = WeightDecay.from(value);
        if (alike.decoupled()) {
            throw value.error("decoupled is a setting of weight_decay: an l1 penalty is a part of the gradient");
        }
        return new L1Penalty(alike.rate(), alike.exclude());
    }

    /** Adds λ·sign(w) to the gradients. */
    void addTo(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (rate > 0 && !exclude.contains(parameter.kind())) {
                add(parameter.value(), parameter.gradient(), (float) rate);
            }
        }
    }

    private static void add(float[] value, float[] gradient, float lambda) {
        for (int i = 0; i < value.length; i++) {
            gradient[i] += lambda * Math.signum(value[i]);
        }
    }
}
