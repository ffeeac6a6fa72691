package io.augstream.image;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Images whose pixels are indexes into a table of colours. */
final class Palettes {
    private Palettes() {}

    /**
     * One channel where the palette is the even ramp from black to white, which is how ImageIO hands over gray images of
     * 1, 2 and 4 bits; four where it holds a transparent colour; else three. An index beyond the palette is black.
     */
    static Image toImage(Raster raster, IndexColorModel palette) {
        int[] colours = new int[1 << palette.getPixelSize()];
        int[] given = new int[palette.getMapSize()];
        palette.getRGBs(given);
        java.util.Arrays.fill(colours, 0xff000000);
        System.arraycopy(given, 0, colours, 0, Math.min(given.length, colours.length));
        int channels = isGrayRamp(given) ? 1 : palette.hasAlpha() ? 4 : 3;

        int width = raster.getWidth();
        byte[] samples = new byte[Math.multiplyExact(width * channels, raster.getHeight())];
        int[] row = new int[width];
        int target = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int index : row) {
                int argb = colours[index];
                samples[target++] = (byte) (argb >> 16);
                if (channels >= 3) {
                    samples[target++] = (byte) (argb >> 8);
                    samples[target++] = (byte) argb;
                }
                if (channels == 4) {
                    samples[target++] = (byte) (argb >> 24);
                }
            }
        }
        return Image.of(new ImageSize(width, raster.getHeight()), channels, samples);
    }

    /** The places in the palette, one channel. */
    static Image indices(Raster raster) {
        int width = raster.getWidth();
        int[] stored =
                raster.getSamples(raster.getMinX(), raster.getMinY(), width, raster.getHeight(), 0, (int[]) null);
        byte[] samples = new byte[stored.length];
        for (int i = 0; i < stored.length; i++) {
            samples[i] = (byte) stored[i];
        }
        return Image.of(new ImageSize(width, raster.getHeight()), 1, samples);
    }

    private static boolean isGrayRamp(int[] colours) {
        for (int i = 0; i < colours.length; i++) {
            int level = i * 255 / Math.max(1, colours.length - 1);
            if (colours[i] != (0xff000000 | level << 16 | level << 8 | level)) {
                return false;
            }
        }
        return true;
    }
}
