package io.augstream.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;

/**
 * Between {@link Image} and {@link BufferedImage}.
 *
 * <p>Samples are taken from the raster as they are stored, without colour management: {@code getRGB} would brighten gray
 * images, whose colour space counts as linear (128 becomes 188). Exact both ways for TYPE_BYTE_GRAY (1 channel),
 * TYPE_INT_RGB and its kin (3) and TYPE_INT_ARGB and its kin (4), for TYPE_USHORT_GRAY, and for rasters of gray, RGB or RGBA
 * whose components are unsigned shorts or floats.
 */
public final class BufferedImages {
    private BufferedImages() {}

    /**
     * Any buffered image. Gray stays one channel, an alpha channel or a palette with transparency gives four, all else three.
     * Components of 9 to 16 bits give a 16-bit image, floats (as they are) and longer ones a float32 image, all else 8 bits;
     * where full scale is another, values are scaled and rounded. Premultiplied colours are divided by alpha.
     *
     * @throws IllegalArgumentException if a component is infinite or no number
     */
    public static Image toImage(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return Palettes.toImage(image.getRaster(), palette);
        }
        int space = colours.getColorSpace().getType();
        boolean stored = colours.getTransferType() != DataBuffer.TYPE_SHORT
                && (space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB);
        return stored ? Rasters.toImage(image.getRaster(), colours) : fromColours(image, colours);
    }

    /**
     * A new image with the same samples: TYPE_BYTE_GRAY, TYPE_INT_RGB or TYPE_INT_ARGB; TYPE_USHORT_GRAY or, with more channels
     * of 16 bits and with floats, TYPE_CUSTOM with interleaved components.
     */
    public static BufferedImage toBufferedImage(Image image) {
        return image.depth() == Depth.EIGHT_BIT ? ofBytes(image) : deep(image);
    }

    private static BufferedImage ofBytes(Image image) {
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

    private static BufferedImage deep(Image image) {
        boolean alpha = image.channels() == 4;
        int space = image.channels() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        int type = image.depth() == Depth.FLOAT ? DataBuffer.TYPE_FLOAT : DataBuffer.TYPE_USHORT;
        int transparency = alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
        ColorModel colours = new ComponentColorModel(ColorSpace.getInstance(space), alpha, false, transparency, type);
        WritableRaster raster = colours.createCompatibleWritableRaster(image.width(), image.height());
        raster.setDataElements(0, 0, image.width(), image.height(), image.array());
        return new BufferedImage(colours, raster, false, null);
    }

    /** CMYK and the like: whatever the colour model says the sRGB value is, at 8 bits. */
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
}
