package io.augstream.augment;

import java.util.random.RandomGenerator;

/**
 * How strong an operation of a policy is, counted in bins from 0 to 30 as the papers count: one that is always taken, or one that
 * is drawn, each as likely.
 *
 * @param lowest bin
 * @param highest bin, included
 */
public record MagnitudeBins(int lowest, int highest) {
    /** The strongest: bin 0 is the weakest, and all 31 are as far apart. */
    static final int LAST = 30;

    public MagnitudeBins {
        for (int bin : new int[] {lowest, highest}) {
            if (bin < 0 || bin > LAST) {
                throw new IllegalArgumentException("magnitude must lie in [0, " + LAST + "], got " + bin);
            }
        }
        if (lowest > highest) {
            throw new IllegalArgumentException(
                    "magnitude goes from its lower to its upper end, got [" + lowest + ", " + highest + "]");
        }
    }

    public static MagnitudeBins only(int bin) {
        return new MagnitudeBins(bin, bin);
    }

    public static MagnitudeBins all() {
        return new MagnitudeBins(0, LAST);
    }

    /** Draws once, also where there is but one bin. */
    int draw(RandomGenerator random) {
        return lowest + (int) (random.nextDouble() * (highest - lowest + 1));
    }
}
