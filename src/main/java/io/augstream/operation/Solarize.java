package io.augstream.operation;

/**
 * Inverts the levels from {@code threshold} on, and leaves those below.
 *
 * @param threshold in [0, 255]
 */
public record Solarize(double threshold) implements LevelFunction {
    public Solarize {
        Limits.check("threshold", threshold, 0, 255, "");
    }

    @Override
    public double level(double level) {
        return level >= threshold ? Levels.FULL_SCALE - level : level;
    }
}
