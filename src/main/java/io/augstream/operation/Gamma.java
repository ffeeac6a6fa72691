package io.augstream.operation;

/**
 * Raises every level, as a fraction of full scale, to a power (torchvision's {@code adjust_gamma} with gain 1); rounded.
 *
 * @param gamma in [0, 100]: below 1 makes the picture lighter, above darker, 0 white
 */
public record Gamma(double gamma) implements LevelFunction {
    public Gamma {
        Limits.factor("gamma", gamma);
    }

    @Override
    public double level(double level) {
        // StrictMath: the same level on every Java version.
        return Levels.FULL_SCALE * StrictMath.pow(Math.max(0, level) / Levels.FULL_SCALE, gamma);
    }
}
