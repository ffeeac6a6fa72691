package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;

/**
 * The rows of a picture each pixel of which is made of the square around it. Of the picture with its border around it no more rows are there
 * than the square has.
 */
final class SquareRows extends DrawnRows {
    /** Makes a row. */
    @FunctionalInterface
    interface Maker {
        /**
         * @param samples in which the rows of the squares are
         * @param starts for each row of the squares, from the top one on, where that of the row's first square begins
         * @param to gets the row, from {@code at} on
         */
        void row(byte[] samples, int[] starts, byte[] to, int at);
    }

    private final Rows around;
    private final Maker maker;
    private final byte[] samples;
    /** Of a row with its border. */
    private final int length;

    private final int[] starts;
    private int taken;

    /**
     * @param radius how far the square reaches from the pixel in its middle
     * @throws MisfitException if no array holds the rows under a square
     */
    SquareRows(Image image, Border border, int radius, Maker maker, Scratch scratch) {
        super(image.size(), image.channels());
        this.maker = maker;
        around = Padding.rows(image, border, radius);
        length = around.width() * around.channels();
        starts = new int[2 * radius + 1];
        samples = scratch.bytes(Limits.samples(new ImageSize(around.width(), starts.length), around.channels()));
    }

    @Override
    public void next(byte[] to, int at) {
        do {
            around.next(samples, taken++ % starts.length * length);
        } while (taken < starts.length);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (taken + i) % starts.length * length;
        }
        maker.row(samples, starts, to, at);
    }
}
