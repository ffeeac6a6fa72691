package io.augstream.image;

import java.io.IOException;
import org.apache.commons.imaging.ImagingException;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.common.ImageMetadata;
import org.apache.commons.imaging.formats.jpeg.JpegImageParser;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffImageMetadata;
import org.apache.commons.imaging.formats.tiff.TiffImageParser;
import org.apache.commons.imaging.formats.tiff.TiffImagingParameters;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.jspecify.annotations.Nullable;

/**
 * How a camera was held, by the EXIF tag of that name: 1 upright; 2 mirrored left to right; 3 turned by half; 4 mirrored
 * top to bottom; 5 to 8 with rows and columns exchanged.
 */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private Orientation() {}

    /** What a JPEG file says; upright where it says nothing, or nothing that makes sense. */
    static int ofJpeg(byte[] bytes) {
        if (!mentionsExif(bytes)) {
            return UPRIGHT;
        }
        try {
            return of(new JpegImageParser().getExifMetadata(ByteSource.array(bytes), new TiffImagingParameters()));
        } catch (IOException | RuntimeException e) {
            // Broken EXIF data says nothing about the pixels: the picture is read as it lies.
            return UPRIGHT;
        }
    }

    /** What the first image of a TIFF file says, likewise. */
    static int ofTiff(byte[] bytes) {
        try {
            return of(new TiffImageParser().getMetadata(ByteSource.array(bytes)));
        } catch (IOException | RuntimeException e) {
            return UPRIGHT;
        }
    }

    private static int of(@Nullable ImageMetadata metadata) throws ImagingException {
        TiffField field = metadata instanceof TiffImageMetadata tiff
                ? tiff.findField(TiffTagConstants.TIFF_TAG_ORIENTATION, true)
                : null;
        int value = field == null ? UPRIGHT : field.getIntValue();
        return value >= 1 && value <= 8 ? value : UPRIGHT;
    }

    /** The upright picture of one that was stored with {@code orientation}. */
    static Image upright(Image stored, int orientation) {
        if (orientation == UPRIGHT) {
            return stored;
        }
        boolean exchanged = orientation >= 5;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean fromBelow = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        int width = exchanged ? stored.height() : stored.width();
        int height = exchanged ? stored.width() : stored.height();
        int channels = stored.channels();
        Canvas canvas = Canvas.like(stored, new ImageSize(width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = exchanged ? y : x;
                int row = exchanged ? x : y;
                int u = fromRight ? stored.width() - 1 - column : column;
                int v = fromBelow ? stored.height() - 1 - row : row;
                int source = (v * stored.width() + u) * channels;
                canvas.copy(stored, source, channels, (y * width + x) * channels);
            }
        }
        return canvas.image();
    }

    /** The tag's segment stands near the start; looking for it spares most small files the parsing. */
    private static boolean mentionsExif(byte[] bytes) {
        int end = Math.min(bytes.length - EXIF.length, 1 << 16);
        for (int i = 0; i < end; i++) {
            if (bytes[i] == 'E' && java.util.Arrays.equals(bytes, i, i + EXIF.length, EXIF, 0, EXIF.length)) {
                return true;
            }
        }
        return false;
    }
}
