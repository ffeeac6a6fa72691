package io.augstream.pixel;

/** Pixel by pixel, channel by channel. */
final class ScalarWarp implements WarpLoops {
    @Override
    public void positions(WarpScratch scratch, int count, long x, long y, long stepX, long stepY, Raster source) {
        int[] xs = scratch.xs;
        int[] ys = scratch.ys;
        long[] words = scratch.words;
        int rowLength = source.rowLength();
        int channels = source.channels();
        long fineX = x;
        long fineY = y;
        for (int i = 0; i < count; i++) {
            xs[i] = (int) (fineX >> Fixed.SHIFT);
            ys[i] = (int) (fineY >> Fixed.SHIFT);
            long at = (ys[i] >> Fixed.BITS) * rowLength + (xs[i] >> Fixed.BITS) * channels & 0xffff_ffffL;
            words[i >> 1] = i % 2 == 0 ? at : words[i >> 1] | at << Integer.SIZE;
            fineX += stepX;
            fineY += stepY;
        }
    }

    @Override
    public void blendGray(WarpScratch scratch, int count) {
        for (int i = 0; i < count; i += 2) {
            long levels = scratch.words[scratch.half + i / 2];
            long even = blend(levels, levels >>> 16, 8, 0, 8, scratch.xs[i], scratch.ys[i]);
            long odd = blend(levels >>> 32, levels >>> 48, 8, 0, 8, scratch.xs[i + 1], scratch.ys[i + 1]);
            scratch.pairs[i / 2] = even | odd << 8;
        }
    }

    @Override
    public void blendColours(WarpScratch scratch, int count, int bits) {
        blend(scratch, count, bits, 0, 3 * Byte.SIZE, 0);
    }

    @Override
    public void blendAlphas(WarpScratch scratch, int count) {
        blend(scratch, count, Integer.SIZE, 3 * Byte.SIZE, Integer.SIZE, -1L);
    }

    /** @param kept what stays of the results that are there */
    private static void blend(WarpScratch s, int count, int bits, int from, int to, long kept) {
        long[] words = s.words;
        int half = s.half;
        for (int i = 0; i < count; i += 2) {
            int k = i / 2;
            long even = blend(words[k + half], words[k + 2 * half], bits, from, to, s.xs[i], s.ys[i]);
            long odd = blend(words[k + 3 * half], words[k + 4 * half], bits, from, to, s.xs[i + 1], s.ys[i + 1]);
            s.pairs[k] = s.pairs[k] & kept | even | odd << bits;
        }
    }

    /** The channels from bit {@code from} to bit {@code to} of a pixel of {@code bits}. */
    private static long blend(long top, long bottom, int bits, int from, int to, int x, int y) {
        int right = x & Fixed.FRACTION;
        int below = y & Fixed.FRACTION;
        int w11 = right * below + Fixed.HALF >>> Fixed.BITS;
        int w10 = below - w11;
        int w01 = right - w11;
        int w00 = Fixed.ONE - right - w10;
        long pixel = 0;
        for (int shift = from; shift < to; shift += Byte.SIZE) {
            int sum = level(top, shift) * w00
                    + level(top, bits + shift) * w01
                    + level(bottom, shift) * w10
                    + level(bottom, bits + shift) * w11;
            pixel |= (long) (sum + Fixed.HALF >>> Fixed.BITS) << shift;
        }
        return pixel;
    }

    private static int level(long pixels, int shift) {
        return (int) (pixels >>> shift) & 0xff;
    }
}
