package io.augstream.pixel;

/** Fetches the four source pixels around each output pixel of a stretch into a {@link WarpScratch}. */
final class Neighbours {
    private final Raster source;
    private final Edge edge;
    private final int fill;
    private final int bits;

    /** @param fill the levels outside, the first channel's in the lowest byte */
    Neighbours(Raster source, Edge edge, int fill) {
        this.source = source;
        this.edge = edge;
        this.fill = fill;
        this.bits = 8 * source.channels();
    }

    /** Whether all that is read for a pixel whose upper left neighbour begins at {@code offset} lies within the samples. */
    boolean canFetch(int offset) {
        int word = source.channels() == 1 ? Short.BYTES : Long.BYTES;
        return offset <= source.samples().length - source.rowLength() - word;
    }

    /** Pixels {@code from} to {@code to}, whose neighbours all lie within the picture, by {@code scratch.at}. */
    void inside(WarpScratch scratch, int from, int to) {
        int rowLength = source.rowLength();
        if (source.channels() == 1) {
            gray(source.samples(), rowLength, scratch.at, from, to);
            return;
        }
        int first = from + 1 >> 1;
        int end = to >> 1;
        pairs(source.samples(), rowLength, scratch, first, end);
        if (from % 2 == 1) {
            int at = scratch.at[from];
            scratch.oddTops[from >> 1] = ByteWords.longAt(source.samples(), at);
            scratch.oddBottoms[from >> 1] = ByteWords.longAt(source.samples(), at + rowLength);
        }
        if (to % 2 == 1) {
            int at = scratch.at[to - 1];
            scratch.evenTops[end] = ByteWords.longAt(source.samples(), at);
            scratch.evenBottoms[end] = ByteWords.longAt(source.samples(), at + rowLength);
        }
    }

    private static void gray(byte[] samples, int rowLength, int[] at, int from, int to) {
        for (int i = from; i < to; i++) {
            int offset = at[i];
            at[i] = ByteWords.shortAt(samples, offset) | ByteWords.shortAt(samples, offset + rowLength) << 16;
        }
    }

    private static void pairs(byte[] samples, int rowLength, WarpScratch scratch, int first, int end) {
        int[] at = scratch.at;
        long[] evenTops = scratch.evenTops;
        long[] oddTops = scratch.oddTops;
        long[] evenBottoms = scratch.evenBottoms;
        long[] oddBottoms = scratch.oddBottoms;
        for (int k = first; k < end; k++) {
            int even = at[2 * k];
            int odd = at[2 * k + 1];
            evenTops[k] = ByteWords.longAt(samples, even);
            evenBottoms[k] = ByteWords.longAt(samples, even + rowLength);
            oddTops[k] = ByteWords.longAt(samples, odd);
            oddBottoms[k] = ByteWords.longAt(samples, odd + rowLength);
        }
    }

    /** Pixels {@code from} to {@code to} that lie anywhere; {@code x} and {@code y} are fine positions of pixel 0. */
    void anywhere(WarpScratch scratch, int from, int to, long x, long y, long stepX, long stepY) {
        for (int i = from; i < to; i++) {
            int column = (int) (x + i * stepX >> Fixed.FINE_BITS);
            int row = (int) (y + i * stepY >> Fixed.FINE_BITS);
            int left = edge.index(column, source.width());
            int right = edge.index(column + 1, source.width());
            int top = edge.index(row, source.height());
            int bottom = edge.index(row + 1, source.height());
            long above = pixel(left, top) | pixel(right, top) << bits;
            long below = pixel(left, bottom) | pixel(right, bottom) << bits;
            if (bits == 8) {
                scratch.at[i] = (int) (above | below << 16);
            } else if (i % 2 == 0) {
                scratch.evenTops[i >> 1] = above;
                scratch.evenBottoms[i >> 1] = below;
            } else {
                scratch.oddTops[i >> 1] = above;
                scratch.oddBottoms[i >> 1] = below;
            }
        }
    }

    private long pixel(int column, int row) {
        if ((column | row) < 0) {
            return fill & 0xffff_ffffL;
        }
        int offset = row * source.rowLength() + column * source.channels();
        return bits == 8 ? source.samples()[offset] & 0xff : source.packed(offset) & 0xffff_ffffL;
    }
}
