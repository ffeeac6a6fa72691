package io.augstream.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decoding by the ImageIO plug-ins of a format, in their order; for JPEG that is TwelveMonkeys' first, which knows CMYK. */
final class ImageIoDecoder {
    private ImageIoDecoder() {}

    static Image decode(byte[] bytes, String format) throws IOException {
        return decode(bytes, format, warning -> {});
    }

    /**
     * The first image of the file, by the first plug-in that reads it.
     *
     * @param warnings told what that plug-in found odd
     * @throws IOException what the first plug-in said, if none reads it
     */
    static Image decode(byte[] bytes, String format, Consumer<String> warnings) throws IOException {
        return decode(bytes, format, warnings, BufferedImages::toImage);
    }

    /** One channel: the numbers that the file stores where they point into a palette, whose colours are left out; else its gray. */
    static Image labels(byte[] bytes, String format) throws IOException {
        return decode(
                bytes,
                format,
                warning -> {},
                image -> image.getColorModel() instanceof IndexColorModel
                        ? Palettes.indices(image.getRaster())
                        : BufferedImages.toImage(image));
    }

    private static Image decode(
            byte[] bytes, String format, Consumer<String> warnings, Function<BufferedImage, Image> samples)
            throws IOException {
        Exception first = null;
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            try {
                return decode(bytes, readers.next(), warnings, samples);
            } catch (IOException | RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new IOException("this JVM has no decoder for it") : new IOException(first);
    }

    private static Image decode(
            byte[] bytes, ImageReader reader, Consumer<String> warnings, Function<BufferedImage, Image> samples)
            throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            // Metadata is skipped: compressed texts in it could be bombs, and nobody reads them.
            reader.setInput(input, false, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.accept(warning));
            ImageFiles.checkSize(reader.getWidth(0), reader.getHeight(0));
            return samples.apply(reader.read(0));
        } finally {
            reader.dispose();
        }
    }
}
