package io.augstream.operation;

import io.augstream.random.CounterRandom;

/**
 * Sets some samples to 255 (salt) and some to 0 (pepper). Alpha stays.
 *
 * @param amount the chance that a sample changes, in [0, 1]
 * @param saltShare the share of salt among those, in [0, 1]
 * @param perChannel whether each channel of a pixel changes by itself, or all together
 * @param key of the noise field
 */
public record AddSaltAndPepper(double amount, double saltShare, boolean perChannel, long key) implements SampleNoise {
    public AddSaltAndPepper {
        Limits.check("amount", amount, 0, 1, "");
        Limits.check("salt_share", saltShare, 0, 1, "");
    }

    @Override
    public Change change() {
        double salt = amount * saltShare;
        return (level, index) -> {
            double chance = CounterRandom.uniformAt(key, index);
            return chance < salt ? Levels.FULL_SCALE : chance < amount ? 0 : level;
        };
    }
}
