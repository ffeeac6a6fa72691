package io.augstream.pixel;

/** Pixel by pixel, channel by channel. */
final class ScalarWarpLoops implements WarpLoops {
    @Override
    public void positions(WarpScratch scratch, int count, long x, long y, long stepX, long stepY, Raster source) {
        int[] xs = scratch.xs;
        int[] ys = scratch.ys;
        int[] at = scratch.at;
        int rowLength = source.rowLength();
        int channels = source.channels();
        long fineX = x;
        long fineY = y;
        for (int i = 0; i < count; i++) {
            xs[i] = (int) (fineX >> Fixed.SHIFT);
            ys[i] = (int) (fineY >> Fixed.SHIFT);
            at[i] = (ys[i] >> Fixed.BITS) * rowLength + (xs[i] >> Fixed.BITS) * channels;
            fineX += stepX;
            fineY += stepY;
        }
    }

    @Override
    public void blendGray(WarpScratch scratch, int count) {
        int[] at = scratch.at;
        for (int i = 0; i < count; i++) {
            at[i] = (int) blend(at[i], at[i] >>> 16, 8, 0, 8, scratch.xs[i], scratch.ys[i]);
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
        for (int i = 0; i < count; i += 2) {
            int k = i / 2;
            long even = blend(s.evenTops[k], s.evenBottoms[k], bits, from, to, s.xs[i], s.ys[i]);
            long odd = blend(s.oddTops[k], s.oddBottoms[k], bits, from, to, s.xs[i + 1], s.ys[i + 1]);
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
