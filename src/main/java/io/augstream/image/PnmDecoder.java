package io.augstream.image;

import java.awt.Dimension;
import java.io.EOFException;
import java.io.IOException;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.pnm.PnmImageParser;
import org.apache.commons.imaging.formats.pnm.PnmImagingParameters;

/** PBM, PGM and PPM by commons-imaging, since the JDK reads none of them. */
final class PnmDecoder {
    private PnmDecoder() {}

    static Image decode(byte[] bytes) throws IOException {
        PnmImageParser parser = new PnmImageParser();
        Dimension size = parser.getImageSize(ByteSource.array(bytes), new PnmImagingParameters());
        ImageFiles.checkSize(size.width, size.height);
        if (bytes[1] == '1') {
            return plainBitmap(bytes, new ImageSize(size.width, size.height));
        }
        if (DeepPnm.isDeep(bytes)) {
            return DeepPnm.decode(bytes, new ImageSize(size.width, size.height));
        }
        Image image =
                BufferedImages.toImage(parser.getBufferedImage(ByteSource.array(bytes), new PnmImagingParameters()));
        // P3 and P6 are colour; bitmaps and graymaps may come as three equal channels.
        boolean colour = bytes[1] == '3' || bytes[1] == '6';
        return Channels.convert(image, colour ? 3 : 1);
    }

    /** Text of noughts (white) and ones (black), which need no blanks between them; commons-imaging would want blanks. */
    private static Image plainBitmap(byte[] bytes, ImageSize size) throws IOException {
        byte[] samples = new byte[size.width() * size.height()];
        int at = after(3, bytes);
        for (int i = 0; i < samples.length; at++) {
            if (at >= bytes.length) {
                throw new EOFException("the file ends after " + i + " of " + samples.length + " pixels");
            }
            if (bytes[at] == '0' || bytes[at] == '1') {
                samples[i++] = bytes[at] == '0' ? (byte) 255 : 0;
            } else if (bytes[at] > ' ') {
                throw new IOException("found '" + (char) bytes[at] + "' where a pixel, 0 or 1, was expected");
            }
        }
        return Image.of(size, 1, samples);
    }

    /**
     * Just behind the so many first words of a file: the magic, the width, the height, the greatest value. A comment runs from #
     * to the end of its line.
     */
    static int after(int words, byte[] bytes) {
        int at = 0;
        for (int word = 0; word < words; word++) {
            while (at < bytes.length && (bytes[at] <= ' ' || bytes[at] == '#')) {
                boolean comment = bytes[at] == '#';
                at++;
                while (comment && at < bytes.length && bytes[at] != '\n') {
                    at++;
                }
            }
            while (at < bytes.length && bytes[at] > ' ') {
                at++;
            }
        }
        return at;
    }
}
