package io.augstream.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decoding by the first ImageIO plug-in for a format; for JPEG that is TwelveMonkeys', which knows CMYK. */
final class ImageIoDecoder {
    private ImageIoDecoder() {}

    /** What is asked of an open reader. */
    interface Task<T> {
        T run(ImageReader reader) throws IOException;
    }

    static Image decode(byte[] bytes, String format) throws IOException {
        return with(bytes, format, reader -> {
            ImageFiles.checkSize(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            return BufferedImages.toImage(image);
        });
    }

    static <T> T with(byte[] bytes, String format, Task<T> task) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IOException("this JVM has no decoder for it");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            // Metadata is skipped: compressed texts in it could be bombs, and nobody reads them.
            reader.setInput(input, false, true);
            return task.run(reader);
        } finally {
            reader.dispose();
        }
    }
}
