package io.augstream.image;

import java.util.Arrays;

/**
 * Changes the size of a picture, first along its columns and then along its rows, in doubles. Pixel centres lie at i + ½: the
 * middle of the result's pixel i is at (i + ½) · w / W of the source. Channels are taken each on its own, alpha too.
 *
 * <p>Works on rows of levels, of whatever scale: for other pictures than {@link Image}s bring {@link Levels} of your own. Holds
 * weights alone and may be used again, by any thread.
 */
public final class SeparableResize {
    /** Rows of this many levels altogether are kept while they are needed; beyond it they are asked for again. */
    private static final int KEPT = 2 << 20;

    /** One row of a picture, read or taken. */
    @FunctionalInterface
    public interface Levels {
        /**
         * @param y the row
         * @param levels interleaved, width · channels of them: to be written by a source, and to be read by who takes a result
         */
        void row(int y, double[] levels);
    }

    private final ImageSize from;
    private final ImageSize to;
    private final int channels;
    private final AxisWeights across;
    private final AxisWeights down;

    /** @param antialias whether smoothing filters reach farther where the picture shrinks, as {@link ResizeFilter} tells */
    public SeparableResize(ImageSize from, ImageSize to, int channels, ResizeFilter filter, boolean antialias) {
        this.from = from;
        this.to = to;
        this.channels = channels;
        across = new AxisWeights(from.width(), to.width(), filter, antialias);
        down = new AxisWeights(from.height(), to.height(), filter, antialias);
    }

    /**
     * Makes all rows of the result, from the top one down.
     *
     * @param source asked for rows in their order where it can be, and for one again where many are needed at once
     * @param result takes them; the array is used again for the next row
     */
    public void run(Levels source, Levels result) {
        Window window = new Window(source, down.taps, from.width() * channels);
        double[] sums = new double[from.width() * channels];
        double[] row = new double[to.width() * channels];
        for (int y = 0; y < to.height(); y++) {
            Arrays.fill(sums, 0);
            for (int tap = 0; tap < down.count[y]; tap++) {
                add(down.weights[y * down.taps + tap], window.row(down.first[y] + tap), sums);
            }
            alongTheRow(sums, row);
            result.row(y, row);
        }
    }

    /**
     * What lies in the image from ({@code left}, {@code top}) on, as large as this was made for, resized, at the image's depth.
     * Pixels around it do not count.
     */
    public Image apply(Image image, int left, int top) {
        Canvas canvas = Canvas.like(image, to);
        run(
                (y, levels) -> {
                    int at = ((top + y) * image.width() + left) * channels;
                    for (int i = 0; i < levels.length; i++) {
                        levels[i] = image.level(at + i);
                    }
                },
                (y, levels) -> {
                    int at = y * levels.length;
                    for (int i = 0; i < levels.length; i++) {
                        canvas.put(at + i, levels[i]);
                    }
                });
        return canvas.image();
    }

    private static void add(double weight, double[] row, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * row[i];
        }
    }

    private void alongTheRow(double[] levels, double[] row) {
        for (int x = 0; x < to.width(); x++) {
            int weight = x * across.taps;
            int end = weight + across.count[x];
            for (int channel = 0; channel < channels; channel++) {
                int level = across.first[x] * channels + channel;
                double sum = 0;
                for (int i = weight; i < end; i++, level += channels) {
                    sum += across.weights[i] * levels[level];
                }
                row[x * channels + channel] = sum;
            }
        }
    }

    /** The rows asked for last. */
    private static final class Window {
        private final Levels source;
        private final double[][] rows;
        private final int[] numbers;

        Window(Levels source, int taps, int length) {
            this.source = source;
            int kept = Math.max(1, Math.min(taps, KEPT / length));
            rows = new double[kept][length];
            numbers = new int[kept];
            Arrays.fill(numbers, -1);
        }

        double[] row(int y) {
            int place = y % rows.length;
            if (numbers[place] != y) {
                source.row(y, rows[place]);
                numbers[place] = y;
            }
            return rows[place];
        }
    }
}
