package io.augstream.pixel;

/** The loops of a {@link Warp} that only compute. All implementations give the same bits. */
interface WarpLoops {
    /**
     * Fills in {@code xs}, {@code ys} and where neighbours begin, for the first {@code count} pixels, and of as many more as fill a vector.
     *
     * @param x position of the first pixel as {@link Fixed#start} gives it; {@code y} likewise
     */
    void positions(WarpScratch scratch, int count, long x, long y, long stepX, long stepY, Raster source);

    /** From neighbours to {@code pairs}, one channel. */
    void blendGray(WarpScratch scratch, int count);

    /**
     * From neighbours to {@code pairs}, three channels.
     *
     * @param bits of a pixel, 24 or 32; the highest byte of 32 is left 0
     */
    void blendColours(WarpScratch scratch, int count, int bits);

    /** From neighbours to the highest byte of {@code pairs}' pixels of 32 bits, once the others are there. */
    void blendAlphas(WarpScratch scratch, int count);
}
