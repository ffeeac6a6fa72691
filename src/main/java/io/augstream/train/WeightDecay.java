package io.augstream.train;

import io.augstream.nn.ParameterKind;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.Set;

/**
 * Weight decay: the training minimises C = E + (λ/2)·Σw², so ∂C/∂w = ∂E/∂w + λ·w. Losses are reported as E. That is the
 * coupled form. Decoupled, the loss is E and w ← (1 − rate·λ)·w comes before the optimizer's own step, at its learning rate
 * (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithms 1 and 2: SGDW and AdamW). Only then does
 * momentum not gather up the decay.
 *
 * @param rate λ, at least 0
 * @param exclude kinds of parameters that do not decay; none by default, weights cannot be excluded
 * @param decoupled whether it stands beside the gradient and not in it; {@code adamw} does so in any case
 */
public record WeightDecay(double rate, Set<ParameterKind> exclude, boolean decoupled) {
    public static final WeightDecay NONE = new WeightDecay(0, Set.of());

    public WeightDecay {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate must be a number of at least 0, got " + rate);
        }
        exclude = ExcludedKinds.checked(exclude);
    }

    /** Coupled. */
    public WeightDecay(double rate, Set<ParameterKind> exclude) {
        this(rate, exclude, false);
    }

    /** λ for a parameter of this kind. */
    public double rateFor(ParameterKind kind) {
        return exclude.contains(kind) ? 0 : rate;
    }

    /** What the gradient of a parameter of this kind gets of its value. */
    float coupledRate(ParameterKind kind) {
        return decoupled ? 0 : (float) rateFor(kind);
    }

    /** What is left of a parameter of this kind before a step at this learning rate. */
    float kept(ParameterKind kind, double learningRate) {
        return decoupled ? (float) (1 - learningRate * rateFor(kind)) : 1;
    }

    /** @throws io.augstream.settings.SettingsException if the section asks AdamW for a coupled decay, which it does not have */
    static void refuseCoupled(Section train) {
        train.find("weight_decay")
                .filter(Value::isMapping)
                .flatMap(decay -> decay.section().find("decoupled"))
                .filter(decoupled -> !decoupled.flag())
                .ifPresent(decoupled -> {
                    throw decoupled.error("adamw's weight decay is always decoupled; adam has the coupled one");
                });
    }

    /** From a number, or from {@code {rate: 5e-4, exclude: [bias, norm], decoupled: true}}. */
    static WeightDecay from(Value value) {
        if (value.isMapping()) {
            return value.section()
                    .build(section -> new WeightDecay(
                            section.get("rate").number(),
                            ExcludedKinds.from(section),
                            section.flag("decoupled", false)));
        }
        try {
            return new WeightDecay(value.number(), Set.of());
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }
}
