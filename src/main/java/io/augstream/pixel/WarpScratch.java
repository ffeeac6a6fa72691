package io.augstream.pixel;

/**
 * Where a {@link Warp} keeps what it knows of a stretch of pixels: some 8 KB at most, so that it stays in the first-level cache.
 * To be used by one thread at a time, and by any number of warps.
 */
final class WarpScratch {
    /** A multiple of the lanes of any vector. */
    private static final int MULTIPLE = 16;

    static final int LONGEST = 256;

    final int length;
    /** Positions in the source, in {@link Fixed#ONE} parts of a pixel. */
    final int[] xs;

    final int[] ys;

    /**
     * Five sections of {@code half} words, one word for pixels 0 and 1, 2 and 3, …: where the upper left neighbour of the even
     * pixel (lower half) and of the odd one (upper half) begins; then the even pixel's left and right neighbours above and
     * below; then the odd one's. Of one channel the second section holds all: four bytes of neighbours for each pixel.
     */
    final long[] words;

    final int half;

    /** Results, two pixels each in the lowest bytes. */
    final long[] pairs;

    /** @param width of the rows that are drawn; for longer ones than that it does as well */
    WarpScratch(int width) {
        length = (Math.min(width, LONGEST) + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
        half = length / 2;
        xs = new int[length];
        ys = new int[length];
        words = new long[5 * half];
        pairs = new long[half];
    }

    /** Where pixel {@code i}'s upper left neighbour begins. */
    int at(int i) {
        return (int) (words[i >> 1] >>> Integer.SIZE * (i & 1));
    }

    /** Sets the left and right neighbours of pixel {@code i} above and below. */
    void set(int i, long above, long below) {
        int word = (i >> 1) + (1 + 2 * (i & 1)) * half;
        words[word] = above;
        words[word + half] = below;
    }

    /** Sets the four neighbours of pixel {@code i}, of one channel. */
    void setGray(int i, int levels) {
        int shift = Integer.SIZE * (i & 1);
        int word = (i >> 1) + half;
        words[word] = words[word] & ~(0xffff_ffffL << shift) | (levels & 0xffff_ffffL) << shift;
    }
}
