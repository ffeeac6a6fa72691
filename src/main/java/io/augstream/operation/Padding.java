package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;
import io.augstream.pixel.WindowRows;

/** Surrounds a picture with its border, so that filters need no case for the edge. */
final class Padding {
    private Padding() {}

    /**
     * The rows of what {@link #pad} gives for an image of bytes.
     *
     * @throws MisfitException if a side or a row would be longer than can be counted
     */
    static Rows rows(Image image, Border border, int radius) {
        ImageSize size = larger(image.size(), radius);
        int unused = Limits.samples(new ImageSize(size.width(), 1), image.channels());
        int[] black = new int[image.channels()];
        return new WindowRows(
                Pictures.raster(image), border.edge, black, -radius, -radius, 1, size.width(), size.height());
    }

    private static ImageSize larger(ImageSize size, int radius) {
        return new ImageSize(Math.addExact(size.width(), 2 * radius), Math.addExact(size.height(), 2 * radius));
    }

    /** {@code radius} more pixels on each side; those of {@link Border#CONSTANT} are 0. */
    static Image pad(Image image, Border border, int radius) {
        int channels = image.channels();
        ImageSize size = larger(image.size(), radius);
        int unused = Limits.samples(size, channels);
        Canvas padded = Canvas.like(image, size);
        for (int y = 0; y < size.height(); y++) {
            int fromRow = border.index(y - radius, image.height());
            if (fromRow != Border.FILL) {
                padRow(image, border, radius, fromRow, padded, y * size.width() * channels);
            }
        }
        return padded.image();
    }

    private static void padRow(Image image, Border border, int radius, int fromRow, Canvas padded, int to) {
        int channels = image.channels();
        int width = image.width();
        int from = fromRow * width * channels;
        padded.copy(image, from, width * channels, to + radius * channels);
        for (int step = 1; step <= radius; step++) {
            copyPixel(image, from, border.index(-step, width), padded, to + (radius - step) * channels);
            copyPixel(
                    image,
                    from,
                    border.index(width - 1 + step, width),
                    padded,
                    to + (radius + width - 1 + step) * channels);
        }
    }

    private static void copyPixel(Image image, int row, int column, Canvas padded, int to) {
        if (column != Border.FILL) {
            padded.copy(image, row + column * image.channels(), image.channels(), to);
        }
    }
}
