package io.augstream.operation;

import io.augstream.image.Depth;
import io.augstream.image.Image;

/**
 * Keeps the highest bits of every sample and sets the others to 0, as torchvision and Pillow do: so the picture gets darker. Of
 * floats, as torchvision has it, ⌊2^bits · sample⌋ / 2^bits is left, at most 1 − 1 / 2^bits.
 *
 * @param bits in [1, 8]; 8 changes nothing
 */
public record Posterize(int bits) implements LevelFunction {
    /** Of 16 bits to a level. */
    private static final double STEPS = 257;

    public Posterize {
        Limits.check("bits", bits, 1, 8, "");
    }

    /** @param bits a whole number, in [1, 8] */
    public static Posterize of(double bits) {
        return new Posterize(Limits.whole("bits", bits, 1, 8));
    }

    @Override
    public double level(double level) {
        double step = 1 << 8 - bits;
        return step * Math.floor(level / step);
    }

    @Override
    public Image deep(Image image) {
        double levels = 1 << bits;
        if (image.depth() == Depth.SIXTEEN_BIT) {
            double step = 65_536 / levels;
            return ColourLevels.changeEach(
                    image, (level, colour) -> step * Math.floor(Math.rint(level * STEPS) / step) / STEPS);
        }
        return ColourLevels.changeEach(image, (level, colour) -> {
            double kept = Math.floor(level / Levels.FULL_SCALE * levels);
            return Math.min(levels - 1, kept) / levels * Levels.FULL_SCALE;
        });
    }
}
