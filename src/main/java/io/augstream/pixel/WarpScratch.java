package io.augstream.pixel;

/**
 * Where a {@link Warp} keeps what it knows of a stretch of pixels: some 8 KB at most, so that it stays in the first-level cache.
 * To be used by one thread at a time, and by any number of warps.
 */
public final class WarpScratch {
    /** A multiple of the lanes of any vector. */
    private static final int MULTIPLE = 16;

    static final int LONGEST = 256;

    final int length;
    /** Positions in the source, in {@link Fixed} parts of a pixel. */
    final int[] xs;

    final int[] ys;

    /** Where a pixel's upper left neighbour begins; of one channel, later its four neighbours, then its level. */
    final int[] at;

    /** Left and right neighbour, above and below, of pixels 0, 2, 4, … and of 1, 3, 5, …: what two vectors of longs hold. */
    final long[] evenTops;

    final long[] oddTops;
    final long[] evenBottoms;
    final long[] oddBottoms;

    /** Results, two pixels each in the lowest bytes. */
    final long[] pairs;

    /** @param width of the rows that are drawn; for longer ones than that it does as well */
    public WarpScratch(int width) {
        length = (Math.min(width, LONGEST) + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
        xs = new int[length];
        ys = new int[length];
        at = new int[length];
        evenTops = new long[length / 2];
        oddTops = new long[length / 2];
        evenBottoms = new long[length / 2];
        oddBottoms = new long[length / 2];
        pairs = new long[length / 2];
    }
}
