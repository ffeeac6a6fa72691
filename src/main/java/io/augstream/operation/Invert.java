package io.augstream.operation;

/** The negative: 255 less the level. */
public record Invert() implements LevelFunction {
    @Override
    public double level(double level) {
        return Levels.FULL_SCALE - level;
    }
}
