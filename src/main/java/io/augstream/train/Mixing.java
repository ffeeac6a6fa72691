package io.augstream.train;

import io.augstream.settings.Section;
import io.augstream.settings.Value;

/**
 * Whether mixtures take the place of a batch's images: by {@link Mixup}, by {@link CutMix}, or, where both are set, by one of
 * them for each batch, with equal chances.
 *
 * @param mixup α of MixUp, at least 0; 0 for none
 * @param cutmix α of CutMix, at least 0; 0 for none
 */
public record Mixing(double mixup, double cutmix) {
    public static final Mixing NONE = new Mixing(0, 0);

    /** Of both, that of torchvision too. */
    private static final double USUAL_ALPHA = 1;

    public Mixing {
        requireAlpha("mixup", mixup);
        requireAlpha("cutmix", cutmix);
    }

    /** From {@code train}: each a number or {@code {alpha: 1}}. */
    static Mixing from(Section train) {
        return new Mixing(alpha(train, "mixup"), alpha(train, "cutmix"));
    }

    private static double alpha(Section train, String key) {
        return train.find(key).map(Mixing::alpha).orElse(0.0);
    }

    private static double alpha(Value value) {
        return value.isMapping() ? value.section().build(s -> s.number("alpha", USUAL_ALPHA)) : value.number();
    }

    /** Whether there are mixtures at all. */
    boolean mixes() {
        return mixup > 0 || cutmix > 0;
    }

    private static void requireAlpha(String setting, double alpha) {
        if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(setting + " must be a number of at least 0, got " + alpha);
        }
    }
}
