package io.augstream.operation;

/**
 * Multiplies every level (torchvision's {@code adjust_brightness}); rounded, then clipped.
 *
 * @param factor in [0, 100]: 0 gives black, 1 changes nothing
 */
public record Brightness(double factor) implements LevelFunction {
    public Brightness {
        Limits.factor("factor", factor);
    }

    @Override
    public double level(double level) {
        return factor * level;
    }
}
