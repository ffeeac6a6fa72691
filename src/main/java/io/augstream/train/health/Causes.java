package io.augstream.train.health;

import java.util.function.IntPredicate;

/** Finds the likeliest cause of an unhealthy verdict: what was wrong before the first step comes first. */
final class Causes {
    /** Inputs of a root mean square outside of these are not scaled: normalised ones have 1, pixels in [0, 1] about a half. */
    private static final double LEAST_INPUT = 0.05;

    private static final double MOST_INPUT = 5;

    /** What all layers together may make of a signal before it counts as fading or swelling. */
    private static final double PRODUCT = 100;

    /** Sigmoids without a norm or a shortcut past them that leave little of a gradient: their slopes are at most ¼. */
    private static final int SIGMOIDS = 3;

    /** Share of a layer's outputs at the ends of its activation. */
    private static final double SATURATED = 0.3;

    /** Layers without a skip or a norm that are many. */
    private static final int DEEP = 20;

    /** ‖Δw‖ / ‖w‖ of all steps together that leads nowhere; about 10⁻³ is usual of one. */
    private static final double SHORT_WAY = 0.01;

    /** A way as long as the weights themselves, which leads somewhere. */
    private static final double LONG_WAY = 1;

    private final HealthLog log;
    private final HealthRules rules;

    Causes(HealthLog log, HealthRules rules) {
        this.log = log;
        this.rules = rules;
    }

    Cause of(Verdict verdict) {
        Observation first = rules.trend().at(0);
        if (anyHidden(layer -> first.layers().get(layer).weight() == 0
                && !log.watched().get(layer).isBypassed())) {
            return Cause.ZERO_WEIGHTS;
        }
        if (first.input() < LEAST_INPUT || first.input() > MOST_INPUT) {
            return Cause.UNSCALED_INPUT;
        }
        if (verdict == Verdict.DEAD && anyHidden(layer -> isDead(layer) && !rules.hasLived(layer))) {
            return Cause.NEVER_ALIVE;
        }
        if (sigmoids() >= SIGMOIDS && !isLoud(verdict)) {
            return Cause.SATURATION;
        }
        double product = firstProduct();
        if (product < 1 / PRODUCT) {
            return Cause.SMALL_WEIGHTS;
        }
        if (product > PRODUCT) {
            return Cause.LARGE_WEIGHTS;
        }
        return saturates(first) && !isLoud(verdict) ? Cause.SATURATION : ofTraining(verdict);
    }

    /** Whether numbers grew, which nothing that saturates makes them do. */
    private static boolean isLoud(Verdict verdict) {
        return verdict == Verdict.EXPLODING || verdict == Verdict.DIVERGED;
    }

    private long sigmoids() {
        return log.all().stream()
                .filter(layer -> layer.response() == Response.SIGMOID && !layer.normalised() && !layer.isBypassed())
                .count();
    }

    private static boolean saturates(Observation seen) {
        return seen.layers().stream().anyMatch(figures -> figures.saturated() > SATURATED);
    }

    private Cause ofTraining(Verdict verdict) {
        int end = rules.trend().size() - 1;
        if (anyHidden(layer -> rules.isDying(layer, end))) {
            return Cause.WEIGHT_DECAY;
        }
        return switch (verdict) {
            case EXPLODING, DIVERGED, DEAD -> Cause.LARGE_STEPS;
            case VANISHING -> ofVanishing();
            case STAGNATING -> areStepsSmall() ? Cause.SMALL_STEPS : Cause.LARGE_STEPS;
            case HEALTHY, CONVERGED, NOT_JUDGED -> Cause.UNKNOWN;
        };
    }

    /** What did not saturate at first was thrown there. */
    private Cause ofVanishing() {
        if (saturates(rules.trend().at(rules.trend().size() - 1))) {
            return Cause.LARGE_STEPS;
        }
        return isDeep() ? Cause.DEPTH : Cause.UNKNOWN;
    }

    private boolean isDeep() {
        return log.all().size() > DEEP && log.all().stream().noneMatch(WatchedLayer::isBypassed);
    }

    private boolean areStepsSmall() {
        double way = rules.way(rules.highest());
        return way < SHORT_WAY || way < LONG_WAY && !rules.hasRisen();
    }

    private boolean isDead(int layer) {
        return rules.isDead(layer, rules.trend().size() - 1);
    }

    /** What the layers below the highest make of a signal as they begin, beside what their activations need. */
    private double firstProduct() {
        double product = 1;
        for (int layer = 0; layer < rules.highest(); layer++) {
            WatchedLayer watched = log.watched().get(layer);
            double needed = watched.response().neededGain();
            double gain = watched.normalised() ? 1 : rules.firstGain(layer) / needed;
            // What a shortcut leads past does not fade.
            product *= watched.isBypassed() ? Math.max(1, gain) : gain;
        }
        return product;
    }

    private boolean anyHidden(IntPredicate condition) {
        for (int layer = 0; layer < log.watched().size() - 1; layer++) {
            if (condition.test(layer)) {
                return true;
            }
        }
        return false;
    }
}
