package io.augstream.image;

import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Rasters of gray or of red, green and blue, then maybe alpha, whatever their order in memory, at the depth that they are stored
 * with. Premultiplied colours are divided by alpha.
 */
final class Rasters {
    private Rasters() {}

    static Image toImage(Raster raster, ColorModel colours) {
        int type = raster.getTransferType();
        boolean real = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
        int most = 0;
        for (int bits : colours.getComponentSize()) {
            most = Math.max(most, bits);
        }
        if (real || most > 16) {
            return real(raster, colours, real);
        }
        Depth depth = most > 8 ? Depth.SIXTEEN_BIT : Depth.EIGHT_BIT;
        return whole(raster, colours, depth);
    }

    /** Bands of up to 16 bits, scaled to the full scale of {@code depth} where they have another, and rounded. */
    private static Image whole(Raster raster, ColorModel colours, Depth depth) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int colourBands = colours.getNumColorComponents();
        boolean alpha = colours.hasAlpha();
        boolean premultiplied = alpha && colours.isAlphaPremultiplied();
        int channels = alpha ? 4 : colourBands;
        int most = depth == Depth.EIGHT_BIT ? 255 : 65_535;
        int[] full = new int[bands];
        for (int b = 0; b < bands; b++) {
            full[b] = (1 << colours.getComponentSize(b)) - 1;
        }
        Canvas canvas = new Canvas(new ImageSize(width, raster.getHeight()), channels, depth);
        int[] row = new int[width * bands];
        int target = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int p = 0; p < row.length; p += bands) {
                int opacity = alpha ? scaled(row[p + colourBands], full[colourBands], most) : most;
                for (int c = 0; c < Math.min(channels, 3); c++) {
                    int band = colourBands == 1 ? 0 : c;
                    int value = scaled(row[p + band], full[band], most);
                    canvas.store(target++, premultiplied ? straight(value, opacity, most) : value);
                }
                if (alpha) {
                    canvas.store(target++, opacity);
                }
            }
        }
        return canvas.image();
    }

    /** Bands of floats as they are, and whole ones of more than 16 bits scaled to 0..1. */
    private static Image real(Raster raster, ColorModel colours, boolean floats) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int colourBands = colours.getNumColorComponents();
        boolean alpha = colours.hasAlpha();
        boolean premultiplied = alpha && colours.isAlphaPremultiplied();
        int channels = alpha ? 4 : colourBands;
        float[] samples = new float[Math.multiplyExact(width * channels, raster.getHeight())];
        double[] row = new double[width * bands];
        int target = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length && !floats; i++) {
                row[i] = share(row[i], colours.getComponentSize(i % bands));
            }
            for (int p = 0; p < row.length; p += bands) {
                double opacity = alpha ? row[p + colourBands] : 1;
                double divisor = premultiplied ? opacity : 1;
                for (int c = 0; c < Math.min(channels, 3); c++) {
                    double value = row[p + (colourBands == 1 ? 0 : c)];
                    samples[target++] = divisor == 0 ? 0 : (float) (value / divisor);
                }
                if (alpha) {
                    samples[target++] = (float) opacity;
                }
            }
        }
        return Image.of(new ImageSize(width, raster.getHeight()), channels, samples);
    }

    /** Of full scale; where 32 bits are used, the raster has given the upper half as negative numbers. */
    private static double share(double value, int bits) {
        double steps = (double) (1L << bits);
        return (value < 0 ? value + steps : value) / (steps - 1);
    }

    /** Scales 0..full to 0..most, rounded. */
    private static int scaled(int value, int full, int most) {
        return full == most ? value : (int) (((long) value * most + full / 2) / full);
    }

    private static int straight(int value, int opacity, int most) {
        return opacity == 0 ? 0 : (int) Math.min(most, ((long) value * most + opacity / 2) / opacity);
    }
}
