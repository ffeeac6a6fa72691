package io.augstream.train;

import io.augstream.nn.ParameterKind;
import io.augstream.settings.Section;
import io.augstream.settings.Value;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps the parameters small: the training minimises C = E + λR(θ), and reports E.
 *
 * <p>An elastic net of rate λ and share α (Zou and Hastie, "Regularization and variable selection via the elastic net",
 * 2005, in glmnet's form), C = E + λ·(α·Σ|w| + (1 − α)/2·Σw²), is an L1 penalty of rate λα and a weight decay of rate
 * λ(1 − α); under AdamW that weight decay is decoupled, as its own is.
 *
 * @param maxNorm see {@link MaxNorm}; above 0, infinite for none
 */
public record Regularization(WeightDecay weightDecay, L1Penalty l1, double maxNorm) {
    public static final Regularization NONE = of(WeightDecay.NONE);

    public Regularization {
        if (!(maxNorm > 0)) {
            throw new IllegalArgumentException("max_norm must be a number above 0, got " + maxNorm);
        }
    }

    /** Weight decay and nothing else. */
    public static Regularization of(WeightDecay weightDecay) {
        return new Regularization(weightDecay, L1Penalty.NONE, Double.POSITIVE_INFINITY);
    }

    /** Binds {@code weight_decay}, {@code l1}, {@code elastic_net} and {@code max_norm}; without them there is none. */
    static Regularization from(Section train) {
        WeightDecay decay = train.find("weight_decay").map(WeightDecay::from).orElse(WeightDecay.NONE);
        L1Penalty l1 = train.find("l1").map(L1Penalty::from).orElse(L1Penalty.NONE);
        Optional<Value> net = train.find("elastic_net");
        double maxNorm = train.find("max_norm").map(Regularization::maxNorm).orElse(Double.POSITIVE_INFINITY);
        if (net.isPresent()) {
            if (decay.rate() > 0 || l1.rate() > 0) {
                throw net.get().error("stands for weight_decay and l1 together: give it or them, not both");
            }
            return net.get().section().build(section -> elasticNet(section, maxNorm));
        }
        return new Regularization(decay, l1, maxNorm);
    }

    /** From {@code {rate: 1e-4, l1_share: 0.5, exclude: [bias, norm]}}. */
    private static Regularization elasticNet(Section section, double maxNorm) {
        double rate = section.get("rate").number();
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate must be a number of at least 0, got " + rate);
        }
        double share = section.number("l1_share", 0.5);
        Set<ParameterKind> exclude = ExcludedKinds.from(section);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("l1_share must lie in [0, 1], got " + share);
        }
        return new Regularization(
                new WeightDecay(rate * (1 - share), exclude), new L1Penalty(rate * share, exclude), maxNorm);
    }

    private static double maxNorm(Value value) {
        double limit = value.number();
        if (!(limit > 0)) {
            throw value.error("must be a number above 0, got " + limit);
        }
        return limit;
    }
}
