package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.JpegCompression;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;

/**
 * What is left of the picture after it was a JPEG, as {@link JpegCompression} tells: it depends on the JDK's libjpeg, alone of
 * all operations. A JPEG has 8 bits, and so of 16 bits and floats no more is left, at the picture's depth.
 *
 * @param quality in [1, 100]
 */
public record Jpeg(int quality) implements Operation {
    public Jpeg {
        Limits.check("quality", quality, 1, 100, "");
    }

    /** @param quality a whole number, in [1, 100] */
    public static Jpeg of(double quality) {
        return new Jpeg(Limits.whole("quality", quality, 1, 100));
    }

    /** @throws MisfitException if a side is longer than a JPEG's may be */
    @Override
    public Image apply(Image image) {
        requireShort(image);
        return JpegCompression.compressed(image, quality);
    }

    @Override
    public Rows rowsOf(Image image, Scratch scratch) {
        requireShort(image);
        return Pictures.rows(JpegCompression.compressed(image, quality, scratch::bytes));
    }

    private static void requireShort(Image image) {
        if (Math.max(image.width(), image.height()) > JpegCompression.LONGEST_SIDE) {
            throw new MisfitException("a JPEG's sides are at most " + JpegCompression.LONGEST_SIDE
                    + " pixels, but the image has " + image.size());
        }
    }
}
