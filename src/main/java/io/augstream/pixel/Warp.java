package io.augstream.pixel;

/**
 * Draws rows of an output picture from a source through a map that keeps lines straight: each pixel is linear between its four
 * neighbours, by weights of 15 bits, so that a level is at most one off from exact arithmetic, and in 998 of 1000 not at all.
 * Whole positions give source pixels unchanged.
 *
 * <p>Rows, and parts of rows, may be drawn in any order; nothing is allocated for one. To be used by one thread at a time.
 */
public final class Warp {
    /** The longest distance of a position from the source's first pixel. */
    public static final int FARTHEST = 1 << 30;

    /** Wider and higher sources have positions that do not fit 17 bits and a fraction of 15. */
    private static final int LONGEST_SIDE = 65_535;

    private static final long PIXEL = 1L << Fixed.FINE_BITS;

    /** Fewer pixels outside are done one by one sooner than in a stretch of their own. */
    private static final int WORTH_A_STRETCH = 32;

    private final Raster source;
    private final Neighbours neighbours;
    private final long limitX;
    private final long limitY;
    private final boolean mirrors;
    private final MirroredLine columns;
    private final MirroredLine rows;
    private final WarpScratch scratch;
    private final WarpLoops loops;

    /**
     * @param fill the level outside for each channel, each 0..255, for {@link Edge#CONSTANT}
     * @param width of the rows that will be drawn, in pixels
     * @param scratch borrowed within a row only
     */
    public Warp(Raster source, Edge edge, int[] fill, int width, Scratch scratch) {
        this(source, edge, fill, scratch.warp(width), LoopChoice.WARP);
    }

    Warp(Raster source, Edge edge, int[] fill, WarpScratch scratch, WarpLoops loops) {
        this.source = source;
        this.neighbours = new Neighbours(source, edge, packed(fill));
        this.limitX = (long) (source.width() - 1) << Fixed.FINE_BITS;
        this.limitY = (long) (source.height() - 1) << Fixed.FINE_BITS;
        this.mirrors = MirroredLine.isMade(edge, source.width()) && MirroredLine.isMade(edge, source.height());
        this.columns = MirroredLine.of(edge, source.width());
        this.rows = MirroredLine.of(edge, source.height());
        this.scratch = scratch;
        this.loops = loops;
    }

    /** Whether sources of this size can be drawn from: neither side is longer than 65,535. */
    public static boolean canDraw(int width, int height) {
        return width <= LONGEST_SIDE && height <= LONGEST_SIDE;
    }

    private static int packed(int[] fill) {
        int packed = 0;
        for (int channel = 0; channel < fill.length; channel++) {
            packed |= fill[channel] << 8 * channel;
        }
        return packed;
    }

    /**
     * One row, or a part of it.
     *
     * @param x source column of the first pixel, with pixel centres at whole numbers; within {@link #FARTHEST}, as those of all pixels
     * @param y its source row, downwards
     * @param right source pixels to the right from one output pixel to the next in its row
     * @param down source pixels downwards, likewise
     * @param count pixels
     * @param to where the {@code count} · channels bytes begin in {@code samples}
     */
    public void row(double x, double y, double right, double down, int count, byte[] samples, int to) {
        long fineX = Fixed.start(x);
        long fineY = Fixed.start(y);
        long stepX = Fixed.step(right);
        long stepY = Fixed.step(down);
        int channels = source.channels();
        for (int done = 0; done < count; ) {
            long atX = fineX + done * stepX;
            long atY = fineY + done * stepY;
            int most = Math.min(scratch.length, count - done);
            int drawn = mirrors ? mirrored(atX, atY, stepX, stepY, most) : stretch(atX, atY, stepX, stepY, most);
            writePairs(scratch.pairs, channels, samples, to + done * channels, drawn);
            done += drawn;
        }
    }

    /**
     * Pixels of places of their own.
     *
     * @param xs source columns, no number where nothing of the source is seen; beyond {@link #FARTHEST} they count as that far
     * @param ys source rows, likewise
     * @param count pixels
     * @param to as of {@link #row}
     */
    public void places(double[] xs, double[] ys, int count, byte[] samples, int to) {
        int channels = source.channels();
        for (int done = 0; done < count; done += scratch.length) {
            int pixels = Math.min(scratch.length, count - done);
            for (int i = 0; i < pixels; i++) {
                place(i, xs[done + i], ys[done + i]);
            }
            blend(pixels);
            writePairs(scratch.pairs, channels, samples, to + done * channels, pixels);
        }
    }

    private void place(int i, double x, double y) {
        long partsX = Fixed.start(Math.max(-FARTHEST, Math.min(FARTHEST, x))) >> Fixed.SHIFT;
        long partsY = Fixed.start(Math.max(-FARTHEST, Math.min(FARTHEST, y))) >> Fixed.SHIFT;
        scratch.xs[i] = (int) partsX;
        scratch.ys[i] = (int) partsY;
        if (Double.isNaN(x)) {
            neighbours.nowhere(scratch, i);
        } else {
            neighbours.at(scratch, i, (int) (partsX >> Fixed.BITS), (int) (partsY >> Fixed.BITS));
        }
    }

    /** As many of {@code most} pixels as can be drawn alike: those inside, or inside of one mirror image. */
    private int mirrored(long x, long y, long stepX, long stepY, int most) {
        int inside = inside(x, y, stepX, stepY, most);
        if (inside > 0) {
            return stretch(x, y, stepX, stepY, most - inside < WORTH_A_STRETCH ? most : inside);
        }
        long seenX = columns.seen(x);
        long seenY = rows.seen(y);
        long seenStepX = columns.step(x, stepX);
        long seenStepY = rows.step(y, stepY);
        int image = inside(seenX, seenY, seenStepX, seenStepY, most);
        return image < WORTH_A_STRETCH
                ? stretch(x, y, stepX, stepY, Math.min(most, WORTH_A_STRETCH))
                : stretch(seenX, seenY, seenStepX, seenStepY, image);
    }

    /** How many pixels from the first on have all their neighbours inside. */
    private int inside(long x, long y, long stepX, long stepY, int count) {
        return x >= 0 && x < limitX && y >= 0 && y < limitY
                ? Math.min(Fixed.end(x, stepX, limitX, count), Fixed.end(y, stepY, limitY, count))
                : 0;
    }

    /** Draws {@code count} pixels, which it returns, into the scratch. */
    private int stretch(long x, long y, long stepX, long stepY, int count) {
        loops.positions(scratch, count, x, y, stepX, stepY, source);
        int from = Math.max(Fixed.first(x, stepX, limitX, count), Fixed.first(y, stepY, limitY, count));
        int to = Math.min(Fixed.end(x, stepX, limitX, count), Fixed.end(y, stepY, limitY, count));
        if (from < to) {
            inside(from, to, x, y, stepX, stepY);
        } else {
            from = count;
            to = count;
        }
        neighbours.anywhere(scratch, 0, from, x, y, stepX, stepY);
        neighbours.anywhere(scratch, to, count, x, y, stepX, stepY);
        blend(count);
        return count;
    }

    /**
     * Fetches pixels inside. Those between the last four of all are not read as others are, eight bytes at once, for the samples
     * end sooner.
     */
    private void inside(int from, int to, long x, long y, long stepX, long stepY) {
        long lastX = limitX - PIXEL;
        long lastY = limitY - PIXEL;
        boolean comesNear = source.channels() == 3
                && Math.max(x + from * stepX, x + (to - 1) * stepX) >= lastX
                && Math.max(y + from * stepY, y + (to - 1) * stepY) >= lastY;
        int first = to;
        int end = to;
        if (comesNear) {
            first = Math.max(Fixed.first(x - lastX, stepX, PIXEL, to), Fixed.first(y - lastY, stepY, PIXEL, to));
            end = Math.min(Fixed.end(x - lastX, stepX, PIXEL, to), Fixed.end(y - lastY, stepY, PIXEL, to));
            first = end <= first ? to : Math.max(from, first);
            end = Math.max(first, end);
        }
        neighbours.inside(scratch, from, first);
        neighbours.anywhere(scratch, first, end, x, y, stepX, stepY);
        neighbours.inside(scratch, end, to);
    }

    private void blend(int count) {
        int channels = source.channels();
        if (channels == 1) {
            loops.blendGray(scratch, count);
            return;
        }
        loops.blendColours(scratch, count, Byte.SIZE * channels);
        if (channels == 4) {
            loops.blendAlphas(scratch, count);
        }
    }

    /** Eight bytes at a time, of which those that are no pixel's are written over by the next; the last ones byte by byte. */
    private static void writePairs(long[] pairs, int channels, byte[] samples, int to, int count) {
        int pair = 2 * channels;
        int end = to + count * channels;
        int whole = Math.max(0, Math.floorDiv(count * channels - Long.BYTES, pair) + 1);
        for (int k = 0; k < whole; k++) {
            ByteWords.setLong(samples, to + k * pair, pairs[k]);
        }
        int at = to + whole * pair;
        for (int k = whole; at < end; k++) {
            long rest = pairs[k];
            for (int last = Math.min(end, at + pair); at < last; at++) {
                samples[at] = (byte) rest;
                rest >>>= Byte.SIZE;
            }
        }
    }
}
