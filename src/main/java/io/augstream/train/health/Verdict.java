package io.augstream.train.health;

import java.util.Locale;

/** What is said of a layer or of a whole network. {@link HealthRules} tells when. */
public enum Verdict {
    /** It trains. */
    HEALTHY,
    /** It has trained: next to nothing is left to learn. */
    CONVERGED,
    /** Lower layers hardly move beside the upper ones, or their weights die. */
    VANISHING,
    /** Numbers end, or gradients grow and do not come back. */
    EXPLODING,
    /** Most of a layer's units give nothing but 0. */
    DEAD,
    /** The loss stays where it is. */
    STAGNATING,
    /** The loss is worse than that of a guess, and does not fall. */
    DIVERGED,
    /** Too few steps to say. */
    NOT_JUDGED;

    /** Whether something is to be done about it. */
    public boolean isUnhealthy() {
        return this != HEALTHY && this != CONVERGED && this != NOT_JUDGED;
    }

    /** As in health.json: {@code not_judged}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Within a sentence: {@code not judged}. */
    public String words() {
        return id().replace('_', ' ');
    }
}
