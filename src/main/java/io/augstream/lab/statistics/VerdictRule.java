package io.augstream.lab.statistics;

import java.util.OptionalDouble;

/**
 * What an experiment decides about its verdicts before it looks at a result, and whether it kept to that.
 *
 * @param smallestEffect the smallest difference of the primary metric that matters, in its unit, above 0; with it, arms may be shown
 *     to have no larger one
 * @param exploratory whether seeds were added after a look at results: then p and intervals no longer keep their levels,
 *     and the report says so
 */
public record VerdictRule(OptionalDouble smallestEffect, boolean exploratory) {
    /** Nothing but what every experiment has. */
    public static final VerdictRule DEFAULT = new VerdictRule(OptionalDouble.empty(), false);

    public VerdictRule {
        smallestEffect.ifPresent(effect -> {
            if (!(effect > 0 && effect < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("smallest_effect must be a number above 0, got " + effect);
            }
        });
    }

    /** The same rule for an experiment that got more seeds after somebody had looked at its results. */
    public VerdictRule afterALook() {
        return new VerdictRule(smallestEffect, true);
    }
}
