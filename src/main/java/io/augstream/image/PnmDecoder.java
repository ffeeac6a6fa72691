package io.augstream.image;

import java.awt.Dimension;
import java.io.IOException;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.pnm.PnmImageParser;
import org.apache.commons.imaging.formats.pnm.PnmImagingParameters;

/** PBM, PGM and PPM by commons-imaging, since the JDK reads none of them. */
final class PnmDecoder {
    private PnmDecoder() {}

    static Image decode(byte[] bytes) throws IOException {
        PnmImageParser parser = new PnmImageParser();
        ByteSource source = ByteSource.array(bytes);
        Dimension size = parser.getImageSize(source, new PnmImagingParameters());
        ImageFiles.checkSize(size.width, size.height);
        Image image = BufferedImages.toImage(parser.getBufferedImage(source, new PnmImagingParameters()));
        // P3 and P6 are colour; the bitmaps and graymaps come as three equal channels.
        boolean colour = bytes[1] == '3' || bytes[1] == '6';
        return Channels.convert(image, colour ? 3 : 1);
    }
}
