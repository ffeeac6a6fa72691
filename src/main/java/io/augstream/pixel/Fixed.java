package io.augstream.pixel;

/**
 * Positions as whole numbers. Along a row they are in 2^-32 of a pixel, which after 65,536 steps is off by 2^-17 at most; a
 * pixel's weights are made of positions in 2^-15.
 */
final class Fixed {
    /** Bits of a position that lie below a whole pixel. */
    static final int FINE_BITS = 32;

    static final int BITS = 15;
    static final int ONE = 1 << BITS;
    static final int FRACTION = ONE - 1;
    static final int HALF = ONE / 2;

    /** From fine positions to those of weights. */
    static final int SHIFT = FINE_BITS - BITS;

    private static final long HALF_A_PART = 1L << SHIFT - 1;

    private Fixed() {}

    static long step(double pixels) {
        return (long) Math.rint(pixels * 0x1p32);
    }

    /** Half a part is added, so that cutting off bits rounds to the nearest part. */
    static long start(double position) {
        return step(position) + HALF_A_PART;
    }

    /** The first i in [0, count] with 0 ≤ start + i · step < limit; 0 or count if there is none. */
    static int first(long start, long step, long limit, int count) {
        if (start >= 0 && start < limit) {
            return 0;
        }
        if (step == 0 || start < 0 == step < 0) {
            return count;
        }
        long steps = step > 0 ? -Math.floorDiv(start, step) : Math.floorDiv(start - limit, -step) + 1;
        return (int) Math.min(steps, count);
    }

    /** The end of those that begin with {@link #first}: from here to {@code count}, none lies within. */
    static int end(long start, long step, long limit, int count) {
        if (step == 0) {
            return count;
        }
        long steps = step > 0 ? -Math.floorDiv(start - limit, step) : Math.floorDiv(start, -step) + 1;
        return (int) Math.max(0, Math.min(steps, count));
    }
}
