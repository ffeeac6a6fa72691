package io.augstream.train.health;

/** Rules and thresholds, with their sources. */
final class HealthRules {
    /** A weight below it in size counts as near zero. */
    static final double NEAR_ZERO = 1e-3;

    /** A unit that was 0 on as many images is taken for dead. */
    static final int DEAD_IMAGES = 2048;

    private HealthRules() {}
}
