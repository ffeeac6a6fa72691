package io.augstream.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Images from encoded bytes and back. Reads JPEG, PNG, GIF (the first frame), BMP, PNM (PBM, PGM, PPM) and
 * TIFF (the first image), told apart by their first bytes; other formats are refused by name.
 *
 * <p>Gray stays one channel, colours three, transparency four; 16-bit samples of PNG, PNM and TIFF stay 16-bit, and floats of TIFF
 * floats; the orientation of a JPEG or TIFF is applied, so that the picture stands upright. JPEG pixels, and whether arithmetic coding is read,
 * depend on the decoder of the JDK in use. Safe to call from any thread.
 */
public final class ImageFiles {
    /** The most pixels an image may have; the header is asked before anything is decoded. */
    public static final long MOST_PIXELS = 1L << 28;

    static {
        // The cache would write every image to a temporary file before it is read.
        ImageIO.setUseCache(false);
    }

    private ImageFiles() {}

    /** @throws ImageFormatException if the file cannot be read, or is not an image this project reads */
    public static Image read(Path file) {
        return read(file, false);
    }

    private static Image read(Path file, boolean labels) {
        try {
            return decode(Files.readAllBytes(file), file.toString(), labels);
        } catch (NoSuchFileException e) {
            throw new ImageFormatException(file + ": no such file", e);
        } catch (IOException e) {
            throw new ImageFormatException(file + ": cannot be read: " + IoReason.of(e, file), e);
        } catch (OutOfMemoryError e) {
            throw new ImageFormatException(file + ": too large for the memory of this JVM", e);
        }
    }

    /**
     * A mask: a label a pixel. Of a PNG with a palette, as Pascal VOC and ADE20K have them, labels are the numbers that the file
     * stores and not the colours that they are shown in.
     *
     * @throws ImageFormatException as {@link #read}, or if pixels have several channels, or more than 8 bits
     */
    public static Image readLabels(Path file) {
        Image labels = read(file, true);
        if (labels.channels() != 1 || labels.depth() != Depth.EIGHT_BIT) {
            throw new ImageFormatException(
                    file + ": a mask has one label a pixel, in 8-bit gray or a palette, but this is " + labels.depth()
                            + " with " + Channels.words(labels.channels()));
        }
        return labels;
    }

    /**
     * @param name what errors call the bytes
     * @throws ImageFormatException if the bytes are no image, are broken, or hold more than {@link #MOST_PIXELS}
     */
    public static Image decode(byte[] bytes, String name) {
        return decode(bytes, name, false);
    }

    private static Image decode(byte[] bytes, String name, boolean labels) {
        FileFormat format = FileFormat.of(bytes)
                .orElseThrow(() -> new ImageFormatException(name + ": not an image ("
                        + (bytes.length == 0 ? "the file is empty" : "no known format begins like this") + ")"));
        if (!format.supported) {
            throw new ImageFormatException(
                    name + ": " + format.title + " images are not supported, only " + FileFormat.supportedTitles());
        }
        try {
            return switch (format) {
                case JPEG -> JpegDecoder.decode(bytes);
                case PNG -> labels ? ImageIoDecoder.labels(bytes, "png") : ImageIoDecoder.decode(bytes, "png");
                case GIF -> GifDecoder.decode(bytes);
                case BMP -> ImageIoDecoder.decode(bytes, "bmp");
                case TIFF -> Orientation.upright(ImageIoDecoder.decode(bytes, "tiff"), Orientation.ofTiff(bytes));
                default -> PnmDecoder.decode(bytes);
            };
        } catch (IOException | RuntimeException e) {
            // Decoders meet broken files with all kinds of runtime exceptions; to the caller they are one: a bad file.
            throw new ImageFormatException(name + ": broken " + format.title + " image: " + reason(e), e);
        } catch (OutOfMemoryError e) {
            throw new ImageFormatException(
                    name + ": this " + format.title + " image needs more memory than the JVM has", e);
        }
    }

    /**
     * The image as a PNG file with 8 or 16 bits a sample: gray, RGB or RGBA. The same image gives the same bytes.
     *
     * @throws IllegalArgumentException if the image is of floats, which PNG does not know
     */
    public static byte[] encodePng(Image image) {
        return PngEncoder.encode(image);
    }

    /** The image as a TIFF file, not compressed, at its depth. The same image gives the same bytes. */
    public static byte[] encodeTiff(Image image) {
        return TiffEncoder.encode(image);
    }

    /** The image as the smallest file that holds all of it: PNG, and TIFF of floats; {@link #ending} tells. */
    public static byte[] encode(Image image) {
        return image.depth() == Depth.FLOAT ? encodeTiff(image) : encodePng(image);
    }

    /** What the name of a file of {@link #encode} ends in: {@code .png}, or {@code .tiff} for floats. */
    public static String ending(Depth depth) {
        return depth == Depth.FLOAT ? ".tiff" : ".png";
    }

    /** @throws IOException if there are too many pixels */
    static void checkSize(long width, long height) throws IOException {
        if (width < 1 || height < 1) {
            throw new IOException("its header says " + width + "x" + height + " pixels");
        }
        if (width * height > MOST_PIXELS) {
            throw new IOException("its header says " + width + "x" + height + " pixels, more than the limit of "
                    + MOST_PIXELS + " pixels");
        }
    }

    /** One line: the deepest message, which is the decoder's own, or the kind of exception where there is none. */
    private static String reason(Exception e) {
        return Stream.<Throwable>iterate(e, t -> t != null, Throwable::getCause)
                .map(t -> t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage())
                .reduce((outer, inner) -> inner)
                .map(text -> text.lines().findFirst().orElse(""))
                .orElse("");
    }
}
