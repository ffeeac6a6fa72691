package io.augstream.pixel;

/** Fetches the four source pixels around each output pixel of a stretch into a {@link WarpScratch}. */
final class Neighbours {
    private final Raster source;
    private final Edge edge;
    private final long fill;
    private final int bits;

    /** @param fill the levels outside, the first channel's in the lowest byte */
    Neighbours(Raster source, Edge edge, int fill) {
        this.source = source;
        this.edge = edge;
        this.fill = fill & 0xffff_ffffL;
        this.bits = Byte.SIZE * source.channels();
    }

    /** Pixels {@code from} to {@code to}, whose neighbours all lie within the picture. */
    void inside(WarpScratch scratch, int from, int to) {
        if (from >= to) {
            return;
        }
        if (from % 2 == 1) {
            one(scratch, from);
        }
        if (source.channels() == 1) {
            grays(source.samples(), source.rowLength(), scratch.words, scratch.half, from + 1 >> 1, to >> 1);
        } else {
            pairs(source.samples(), source.rowLength(), scratch.words, scratch.half, from + 1 >> 1, to >> 1);
        }
        if (to % 2 == 1) {
            one(scratch, to - 1);
        }
    }

    private void one(WarpScratch scratch, int i) {
        int above = scratch.at(i);
        int below = above + source.rowLength();
        byte[] samples = source.samples();
        if (source.channels() == 1) {
            scratch.setGray(i, ByteWords.shortAt(samples, above) | ByteWords.shortAt(samples, below) << 16);
        } else {
            scratch.set(i, ByteWords.longAt(samples, above), ByteWords.longAt(samples, below));
        }
    }

    private static void grays(byte[] samples, int rowLength, long[] words, int half, int first, int end) {
        for (int k = first; k < end; k++) {
            int even = (int) words[k];
            int odd = (int) (words[k] >>> Integer.SIZE);
            long low = ByteWords.shortAt(samples, even) | (long) ByteWords.shortAt(samples, even + rowLength) << 16;
            long high = ByteWords.shortAt(samples, odd) | (long) ByteWords.shortAt(samples, odd + rowLength) << 16;
            words[k + half] = low | high << 32;
        }
    }

    /** Eight bytes hold two neighbours, of 3 bytes and of 4. */
    private static void pairs(byte[] samples, int rowLength, long[] words, int half, int first, int end) {
        for (int k = first; k < end; k++) {
            int even = (int) words[k];
            int odd = (int) (words[k] >>> Integer.SIZE);
            words[k + half] = ByteWords.longAt(samples, even);
            words[k + 2 * half] = ByteWords.longAt(samples, even + rowLength);
            words[k + 3 * half] = ByteWords.longAt(samples, odd);
            words[k + 4 * half] = ByteWords.longAt(samples, odd + rowLength);
        }
    }

    /** Pixels {@code from} to {@code to} that lie anywhere; {@code x} and {@code y} are fine positions of pixel 0. */
    void anywhere(WarpScratch scratch, int from, int to, long x, long y, long stepX, long stepY) {
        for (int i = from; i < to; i++) {
            anywhere(scratch, i, (int) (x + i * stepX >> Fixed.FINE_BITS), (int) (y + i * stepY >> Fixed.FINE_BITS));
        }
    }

    private void anywhere(WarpScratch scratch, int i, int column, int row) {
        int left = edge.index(column, source.width());
        int right = edge.index(column + 1, source.width());
        int top = edge.index(row, source.height());
        int bottom = edge.index(row + 1, source.height());
        long above = pixel(left, top) | pixel(right, top) << bits;
        long below = pixel(left, bottom) | pixel(right, bottom) << bits;
        set(scratch, i, above, below);
    }

    private void set(WarpScratch scratch, int i, long above, long below) {
        if (source.channels() == 1) {
            scratch.setGray(i, (int) (above | below << 16));
        } else {
            scratch.set(i, above, below);
        }
    }

    /** Pixel {@code i}, whose upper left neighbour is that, inside or not. */
    void at(WarpScratch scratch, int i, int column, int row) {
        boolean inside = column >= 0 && row >= 0 && column < source.width() - 1 && row < source.height() - 1;
        int above = row * source.rowLength() + column * source.channels();
        int below = above + source.rowLength();
        byte[] samples = source.samples();
        if (!inside || below > samples.length - Long.BYTES) {
            anywhere(scratch, i, column, row);
        } else if (source.channels() == 1) {
            scratch.setGray(i, ByteWords.shortAt(samples, above) | ByteWords.shortAt(samples, below) << 16);
        } else {
            scratch.set(i, ByteWords.longAt(samples, above), ByteWords.longAt(samples, below));
        }
    }

    /** Pixel {@code i}, which is nowhere, and fill. */
    void nowhere(WarpScratch scratch, int i) {
        long both = fill | fill << bits;
        set(scratch, i, both, both);
    }

    private long pixel(int column, int row) {
        if ((column | row) < 0) {
            return fill;
        }
        int offset = row * source.rowLength() + column * source.channels();
        return source.channels() == 1 ? source.samples()[offset] & 0xff : source.packed(offset) & 0xffff_ffffL;
    }
}
