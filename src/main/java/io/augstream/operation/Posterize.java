package io.augstream.operation;

/**
 * Keeps the highest bits of every level and sets the others to 0, as torchvision and Pillow do: so the picture gets darker.
 *
 * @param bits in [1, 8]; 8 changes nothing
 */
public record Posterize(int bits) implements LevelFunction {
    public Posterize {
        Limits.check("bits", bits, 1, 8, "");
    }

    @Override
    public double level(int level) {
        return level >> 8 - bits << 8 - bits;
    }
}
