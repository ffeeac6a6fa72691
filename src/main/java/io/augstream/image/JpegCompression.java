package io.augstream.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.IntFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * What a picture looks like after it was a baseline JPEG. Encoder and decoder are the JDK's own, and so its libjpeg, whatever else is on
 * the class path: another JDK may give other pixels.
 */
public final class JpegCompression {
    /** The longest side in pixels that libjpeg writes. */
    public static final int LONGEST_SIDE = 65_500;

    private static final ColorModel GRAY = colours(ColorSpace.CS_GRAY);
    private static final ColorModel RGB = colours(ColorSpace.CS_sRGB);

    private JpegCompression() {}

    private static ColorModel colours(int space) {
        return new ComponentColorModel(
                ColorSpace.getInstance(space), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    }

    /**
     * The image, encoded and decoded. Gray is encoded as gray, colours as YCbCr with chroma at half the width and height
     * (4:2:0); alpha is no part of it and stays. A JPEG has 8 bits: of a deeper image's colours and alpha no more is left, at its own depth.
     *
     * @param quality 1..100, as libjpeg scales its tables by it
     * @throws IllegalArgumentException if quality or image are beyond the limits
     */
    public static Image compressed(Image image, int quality) {
        return compressed(image.at(Depth.EIGHT_BIT), quality, byte[]::new).at(image.depth());
    }

    /**
     * The same of an image of 8 bits, in memory that is borrowed.
     *
     * @param quality as above
     * @param memory gives arrays of just so many bytes as are asked for, of any values: for the result's samples, and for what they are
     *     made of
     * @throws IllegalArgumentException if quality or image are beyond the limits, or the image has more than 8 bits
     */
    public static Image compressed(Image image, int quality, IntFunction<byte[]> memory) {
        if (image.depth() != Depth.EIGHT_BIT) {
            throw new IllegalArgumentException("the image must have 8 bits, got " + image.depth());
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality must lie in [1, 100], got " + quality);
        }
        if (image.width() > LONGEST_SIDE || image.height() > LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a JPEG's sides are at most " + LONGEST_SIDE + " pixels, got " + image.size());
        }
        Image before = image.channels() == 4 ? opaque(image, memory) : image;
        Image after = Image.of(before.size(), before.channels(), memory.apply(before.length()));
        try (MemoryFile file = new MemoryFile(memory)) {
            encode(before, quality, file);
            file.seek(0);
            decode(file, after);
        } catch (IOException e) {
            throw new UncheckedIOException("a JPEG cannot be made in memory, or read again", e);
        }
        return image.channels() == 4 ? withAlphaOf(image, after, memory) : after;
    }

    private static void encode(Image image, int quality, MemoryFile file) throws IOException {
        ImageWriter writer = own(ImageWriterSpi.class).createWriterInstance();
        try {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality / 100f);
            writer.setOutput(file);
            writer.write(null, new IIOImage(buffered(image), null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    private static void decode(MemoryFile file, Image to) throws IOException {
        ImageReader reader = own(ImageReaderSpi.class).createReaderInstance();
        try {
            ImageReadParam settings = reader.getDefaultReadParam();
            settings.setDestination(buffered(to));
            reader.setInput(file, true, true);
            BufferedImage unused = reader.read(0, settings);
        } finally {
            reader.dispose();
        }
    }

    /** The JDK's plug-in: the first one in the registry may be another, which does not know destinations. */
    private static <T extends ImageReaderWriterSpi> T own(Class<T> kind) {
        return IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        kind,
                        plugin -> plugin.getClass().getModule() == ImageIO.class.getModule()
                                && Arrays.asList(((ImageReaderWriterSpi) plugin).getFormatNames())
                                        .contains("jpeg"),
                        false)
                .next();
    }

    /** The image in its own array. */
    private static BufferedImage buffered(Image image) {
        int channels = image.channels();
        int[] places = channels == 1 ? new int[1] : new int[] {0, 1, 2};
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(image.samples(), image.length()),
                image.width(),
                image.height(),
                image.width() * channels,
                channels,
                places,
                null);
        return new BufferedImage(channels == 1 ? GRAY : RGB, raster, false, null);
    }

    /** The colours as they are stored, whatever their alpha. */
    private static Image opaque(Image image, IntFunction<byte[]> memory) {
        byte[] from = image.samples();
        byte[] to = memory.apply(from.length / 4 * 3);
        for (int i = 0, at = 0; i < to.length; i += 3, at += 4) {
            to[i] = from[at];
            to[i + 1] = from[at + 1];
            to[i + 2] = from[at + 2];
        }
        return Image.of(image.size(), 3, to);
    }

    private static Image withAlphaOf(Image image, Image colours, IntFunction<byte[]> memory) {
        byte[] from = colours.samples();
        byte[] to = memory.apply(image.length());
        for (int i = 0, at = 0; i < from.length; i += 3, at += 4) {
            to[at] = from[i];
            to[at + 1] = from[i + 1];
            to[at + 2] = from[i + 2];
            to[at + 3] = image.samples()[at + 3];
        }
        return Image.of(image.size(), 4, to);
    }
}
