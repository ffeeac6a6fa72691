package io.augstream.train;

import io.augstream.nn.ParameterKind;
import io.augstream.settings.Value;
import java.util.Set;

/**
 * Weight decay: the training minimises C = E + (λ/2)·Σw², so ∂C/∂w = ∂E/∂w + λ·w. Losses are reported as E. That is the
 * coupled form, which every optimizer but AdamW has; see {@link Adam} for the decoupled one.
 *
 * @param rate λ, at least 0
 * @param exclude kinds of parameters that do not decay; none by default, weights cannot be excluded
 */
public record WeightDecay(double rate, Set<ParameterKind> exclude) {
    public static final WeightDecay NONE = new WeightDecay(0, Set.of());

    public WeightDecay {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate must be a number of at least 0, got " + rate);
        }
        exclude = ExcludedKinds.checked(exclude);
    }

    /** λ for a parameter of this kind. */
    public double rateFor(ParameterKind kind) {
        return exclude.contains(kind) ? 0 : rate;
    }

    /** From a number, or from {@code {rate: 5e-4, exclude: [bias, norm]}}. */
    static WeightDecay from(Value value) {
        if (value.isMapping()) {
            return value.section()
                    .build(section -> new WeightDecay(section.get("rate").number(), ExcludedKinds.from(section)));
        }
        try {
            return new WeightDecay(value.number(), Set.of());
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }
}
