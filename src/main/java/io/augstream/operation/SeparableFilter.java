package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.pixel.RowFilter;

/** Correlates a picture with one symmetric kernel along columns, then along rows, channel by channel, and rounds once. */
final class SeparableFilter {
    private SeparableFilter() {}

    /** @param kernel odd in length, its weights adding up to 1 */
    static Image filter(Image image, double[] kernel, Border border) {
        int radius = kernel.length / 2;
        int height = image.height();
        int row = image.width() * image.channels();
        RowFilter filter =
                new RowFilter(kernel, image.width(), image.channels(), outside(image.width(), radius, border));
        byte[] filtered = new byte[image.samples().length];
        for (int y = -radius; y < height + radius; y++) {
            int source = border.index(y, height);
            if (source == Border.FILL) {
                filter.pushBlack();
            } else {
                filter.push(image.samples(), source * row);
            }
            if (y >= radius) {
                filter.pull(filtered, (y - radius) * row);
            }
        }
        return Image.of(image.size(), image.channels(), filtered);
    }

    /** The columns seen left of the picture, the nearest first, then those right of it. */
    private static int[] outside(int width, int radius, Border border) {
        int[] columns = new int[2 * radius];
        for (int step = 0; step < radius; step++) {
            columns[step] = border.index(-1 - step, width);
            columns[radius + step] = border.index(width + step, width);
        }
        return columns;
    }
}
