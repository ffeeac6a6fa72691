package io.augstream.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What a picture looks like after it was a baseline JPEG. Encoder and decoder are ImageIO's, and so the JDK's libjpeg: another
 * JDK may give other pixels.
 */
public final class JpegCompression {
    /** The longest side in pixels that libjpeg writes. */
    public static final int LONGEST_SIDE = 65_500;

    private JpegCompression() {}

    /**
     * The image, encoded and decoded. Gray is encoded as gray, colours as YCbCr with chroma at half the width and height
     * (4:2:0); alpha is no part of it and stays. A JPEG has 8 bits: of a deeper image's colours and alpha no more is left, at its own depth.
     *
     * @param quality 1..100, as libjpeg scales its tables by it
     * @throws IllegalArgumentException if quality or image are beyond the limits
     */
    public static Image compressed(Image image, int quality) {
        if (image.depth() != Depth.EIGHT_BIT) {
            return compressed(image.at(Depth.EIGHT_BIT), quality).at(image.depth());
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality must lie in [1, 100], got " + quality);
        }
        if (image.width() > LONGEST_SIDE || image.height() > LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a JPEG's sides are at most " + LONGEST_SIDE + " pixels, got " + image.size());
        }
        byte[] file = encoded(image.channels() == 4 ? opaque(image) : image, quality);
        Image decoded = decoded(file);
        return image.channels() == 4 ? withAlphaOf(image, decoded) : decoded;
    }

    /** Without what a stranger's file needs and ours does not, such as a look for EXIF data: that takes a library. */
    private static Image decoded(byte[] file) {
        try {
            return ImageIoDecoder.decode(file, "jpeg");
        } catch (IOException e) {
            throw new UncheckedIOException("a JPEG that was encoded here cannot be decoded", e);
        }
    }

    private static byte[] encoded(Image image, int quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality / 100f);
            writer.setOutput(output);
            writer.write(null, new IIOImage(BufferedImages.toBufferedImage(image), null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The colours as they are stored, whatever their alpha. */
    private static Image opaque(Image image) {
        byte[] from = image.samples();
        byte[] to = new byte[from.length / 4 * 3];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i / 3 * 4 + i % 3];
        }
        return Image.of(image.size(), 3, to);
    }

    private static Image withAlphaOf(Image image, Image colours) {
        byte[] to = image.samples().clone();
        byte[] from = colours.samples();
        for (int i = 0; i < from.length; i++) {
            to[i / 3 * 4 + i % 3] = from[i];
        }
        return Image.of(image.size(), 4, to);
    }
}
