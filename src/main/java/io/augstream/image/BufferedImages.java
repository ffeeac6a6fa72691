package io.augstream.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Between {@link Image} and {@link BufferedImage}.
 *
 * <p>Samples are taken from the raster as they are stored, without colour management: {@code getRGB} would brighten gray
 * images, whose colour space counts as linear (128 becomes 188). Exact both ways for TYPE_BYTE_GRAY (1 channel),
 * TYPE_INT_RGB and its kin (3) and TYPE_INT_ARGB and its kin (4).
 */
public final class BufferedImages {
    private BufferedImages() {}

    /**
     * Any buffered image as 8-bit samples. Gray stays one channel, an alpha channel or a palette with transparency gives
     * four, all else three. Other depths are scaled to 0..255 and rounded; premultiplied colours are divided by alpha.
     */
    public static Image toImage(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return Palettes.toImage(image.getRaster(), palette);
        }
        int space = colours.getColorSpace().getType();
        int type = colours.getTransferType();
        boolean whole = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT || type == DataBuffer.TYPE_INT;
        boolean stored = whole && (space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB);
        return stored ? fromStored(image.getRaster(), colours) : fromColours(image, colours);
    }

    /** A new TYPE_BYTE_GRAY, TYPE_INT_RGB or TYPE_INT_ARGB image with the same samples. */
    public static BufferedImage toBufferedImage(Image image) {
        byte[] samples = image.samples();
        if (image.channels() == 1) {
            BufferedImage gray = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
            byte[] target = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
            System.arraycopy(samples, 0, target, 0, samples.length);
            return gray;
        }
        boolean alpha = image.channels() == 4;
        int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage colour = new BufferedImage(image.width(), image.height(), type);
        int[] target = ((DataBufferInt) colour.getRaster().getDataBuffer()).getData();
        for (int i = 0, s = 0; i < target.length; i++, s += image.channels()) {
            int rgb = (samples[s] & 0xff) << 16 | (samples[s + 1] & 0xff) << 8 | samples[s + 2] & 0xff;
            target[i] = alpha ? (samples[s + 3] & 0xff) << 24 | rgb : rgb;
        }
        return colour;
    }

    /** Bands are gray or red, green, blue, then alpha, whatever their order in memory. */
    private static Image fromStored(Raster raster, ColorModel colours) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int colourBands = colours.getNumColorComponents();
        boolean alpha = colours.hasAlpha();
        boolean premultiplied = alpha && colours.isAlphaPremultiplied();
        int channels = alpha ? 4 : colourBands;
        long[] full = new long[bands];
        for (int b = 0; b < bands; b++) {
            full[b] = (1L << colours.getComponentSize(b)) - 1;
        }
        byte[] samples = new byte[Math.multiplyExact(width * channels, raster.getHeight())];
        int[] row = new int[width * bands];
        int target = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int p = 0; p < row.length; p += bands) {
                int opacity = alpha ? eightBit(row[p + colourBands], full[colourBands]) : 255;
                for (int c = 0; c < Math.min(channels, 3); c++) {
                    int band = colourBands == 1 ? 0 : c;
                    int value = eightBit(row[p + band], full[band]);
                    samples[target++] = (byte) (premultiplied ? straight(value, opacity) : value);
                }
                if (alpha) {
                    samples[target++] = (byte) opacity;
                }
            }
        }
        return Image.of(new ImageSize(width, raster.getHeight()), channels, samples);
    }

    /** CMYK, floating point and the like: whatever the colour model says the sRGB value is. */
    private static Image fromColours(BufferedImage image, ColorModel colours) {
        int channels = colours.hasAlpha() ? 4 : 3;
        byte[] samples = new byte[Math.multiplyExact(image.getWidth() * channels, image.getHeight())];
        int target = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                samples[target++] = (byte) (argb >> 16);
                samples[target++] = (byte) (argb >> 8);
                samples[target++] = (byte) argb;
                if (channels == 4) {
                    samples[target++] = (byte) (argb >> 24);
                }
            }
        }
        return Image.of(new ImageSize(image.getWidth(), image.getHeight()), channels, samples);
    }

    /** Scales 0..full to 0..255, rounded. */
    private static int eightBit(int value, long full) {
        return full == 255 ? value : (int) (((value & 0xffffffffL) * 255 + full / 2) / full);
    }

    private static int straight(int value, int opacity) {
        return opacity == 0 ? 0 : Math.min(255, (value * 255 + opacity / 2) / opacity);
    }
}
