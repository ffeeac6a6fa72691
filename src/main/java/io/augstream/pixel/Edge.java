package io.augstream.pixel;

/** Which pixel of a line of pixels is seen beyond its ends. {@code io.augstream.operation.Border} draws each. */
public enum Edge {
    CONSTANT,
    REPLICATE,
    REFLECT101,
    SYMMETRIC,
    WRAP;

    /** Stands for a pixel that has the fill level. */
    public static final int FILL = -1;

    /** The index in [0, length) whose pixel is seen at {@code index}, or {@link #FILL}. */
    public int index(int index, int length) {
        return index >= 0 && index < length ? index : outside(index, length);
    }

    /** A switch and no overridden methods, so that loops over pixels hold it inlined whichever edges a process uses. */
    private int outside(int index, int length) {
        return switch (this) {
            case CONSTANT -> FILL;
            case REPLICATE -> index < 0 ? 0 : length - 1;
            case REFLECT101 -> length == 1 ? 0 : mirrored(index, length, 1);
            case SYMMETRIC -> mirrored(index, length, 0);
            case WRAP -> Math.floorMod(index, length);
        };
    }

    /** @param shared how many pixels a picture and its mirror image share at each end */
    private static int mirrored(int index, int length, int shared) {
        int once = index < 0 ? shared - 1 - index : 2 * length - 1 - shared - index;
        if (once >= 0 && once < length) {
            return once;
        }
        int period = 2 * (length - shared);
        int phase = Math.floorMod(index, period);
        return phase < length ? phase : period - 1 + shared - phase;
    }
}
