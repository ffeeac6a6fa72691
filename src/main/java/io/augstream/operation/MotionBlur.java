package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Arrays;

/**
 * Blurs along a line, as a camera that moves: each sample becomes the mean of {@code length} points one pixel apart on the
 * line through it, each read bilinearly. Every channel, alpha too, by itself.
 *
 * @param length in pixels, in [1, 999]
 * @param degrees the line's direction: 0 is horizontal, positive counter-clockwise as displayed, in [-360, 360]
 * @param border {@link Border#CONSTANT} means black outside
 */
public record MotionBlur(int length, double degrees, Border border) implements Operation {
    public MotionBlur {
        Limits.length(length);
        Limits.degrees(degrees);
    }

    @Override
    public Image apply(Image image) {
        if (image.depth() == Depth.EIGHT_BIT) {
            return Pictures.image(rowsOf(image, new Scratch()));
        }
        Image padded = Padding.pad(image, border, radius());
        int row = padded.width() * image.channels();
        double[] kernel = new double[side() * side()];
        fill(kernel);
        double[] sums = new double[image.width() * image.channels()];
        Canvas canvas = Canvas.like(image, image.size());
        for (int y = 0; y < image.height(); y++) {
            int top = y * row;
            sum(kernel, image.channels(), sums, sums.length, (weight, under, first) -> {
                int from = top + under * row + first;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weight * padded.level(from + i);
                }
            });
            for (int i = 0; i < sums.length; i++) {
                canvas.put(y * sums.length + i, sums[i]);
            }
        }
        return canvas.image();
    }

    @Override
    public Rows rowsOf(Image image, Scratch scratch) {
        double[] kernel = scratch.doubles(side() * side());
        fill(kernel);
        int samplesInRow = image.width() * image.channels();
        ByteRows rows = new ByteRows(kernel, image.channels(), samplesInRow, scratch.doubles(samplesInRow));
        return new SquareRows(image, border, radius(), rows, scratch);
    }

    /** A row of levels, weighed. */
    @FunctionalInterface
    private interface Addend {
        /**
         * @param under number of the row under the kernel, from its top one on
         * @param first sample of the row to begin with
         */
        void add(double weight, int under, int first);
    }

    /**
     * A row of the result.
     *
     * @param kernel as {@link #fill} left it
     * @param sums get the row, as many as {@code samplesInRow}
     * @param addend adds to them
     */
    private void sum(double[] kernel, int channels, double[] sums, int samplesInRow, Addend addend) {
        int side = side();
        Arrays.fill(sums, 0, samplesInRow, 0);
        for (int i = 0; i < side * side; i++) {
            if (kernel[i] != 0) {
                addend.add(kernel[i], i / side, i % side * channels);
            }
        }
    }

    /** Half the line, and one more for the right-hand neighbour of a point between pixels. */
    private int radius() {
        return length / 2 + 1;
    }

    /** Of the square that holds the line, in pixels. */
    private int side() {
        return 2 * radius() + 1;
    }

    /** @param kernel gets the weight of each pixel of the square, row by row; all add up to 1 */
    private void fill(double[] kernel) {
        Arrays.fill(kernel, 0);
        int side = side();
        int middle = side / 2;
        Turn turn = Turn.of(degrees);
        double[] weightsX = new double[2];
        double[] weightsY = new double[2];
        for (int i = 0; i < length; i++) {
            double distance = i - (length - 1) / 2.0;
            int x = Interpolation.BILINEAR.weigh(middle + distance * turn.cos(), weightsX);
            int y = Interpolation.BILINEAR.weigh(middle - distance * turn.sin(), weightsY);
            for (int tap = 0; tap < 4; tap++) {
                kernel[(y + tap / 2) * side + x + tap % 2] += weightsY[tap / 2] * weightsX[tap % 2] / length;
            }
        }
    }

    /** One object for all rows: a lambda would be made anew for each. */
    private final class ByteRows implements SquareRows.Maker, Addend {
        private final double[] kernel;
        private final int channels;
        private final int samplesInRow;
        private final double[] sums;
        private byte[] samples = new byte[0];
        private int[] starts = new int[0];

        ByteRows(double[] kernel, int channels, int samplesInRow, double[] sums) {
            this.kernel = kernel;
            this.channels = channels;
            this.samplesInRow = samplesInRow;
            this.sums = sums;
        }

        @Override
        public void row(byte[] under, int[] itsRows, byte[] to, int at) {
            samples = under;
            starts = itsRows;
            sum(kernel, channels, sums, samplesInRow, this);
            for (int i = 0; i < samplesInRow; i++) {
                to[at + i] = Levels.toByte(sums[i]);
            }
        }

        @Override
        public void add(double weight, int under, int first) {
            int from = starts[under] + first;
            for (int i = 0; i < samplesInRow; i++) {
                sums[i] += weight * (samples[from + i] & 0xff);
            }
        }
    }
}
