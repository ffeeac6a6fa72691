package io.augstream.image;

import java.util.function.IntFunction;

/**
 * Changes the size of a picture, first along its columns and then along its rows, in doubles. Pixel centres lie at i + ½: the
 * middle of the result's pixel i is at (i + ½) · w / W of the source. Channels are taken each on its own, alpha too.
 *
 * <p>Works on rows of levels, of whatever scale: for other pictures than {@link Image}s bring {@link Levels} of your own. Holds
 * weights alone, and is not changed by what is made of it: it may be used again, and by any thread, for as long as nobody else writes into
 * arrays that its {@code memory} gave, and where that may be asked by any thread, as {@code double[]::new} may.
 */
public final class SeparableResize {
    /** One row of a picture, read or taken. */
    @FunctionalInterface
    public interface Levels {
        /**
         * @param y the row
         * @param levels interleaved, width · channels of them: to be written by a source, and to be read by who takes a result. The
         *     array may be longer where memory was given
         */
        void row(int y, double[] levels);
    }

    /** Rows of this many levels altogether are kept while they are needed; beyond it they are asked for again. */
    private static final int KEPT = 2 << 20;

    final ImageSize from;
    final ImageSize to;
    final int channels;
    final AxisWeights across;
    final AxisWeights down;
    private final IntFunction<double[]> memory;

    /** @param antialias whether smoothing filters reach farther where the picture shrinks, as {@link ResizeFilter} tells */
    public SeparableResize(ImageSize from, ImageSize to, int channels, ResizeFilter filter, boolean antialias) {
        this(from, to, channels, filter, antialias, double[]::new);
    }

    /**
     * @param antialias as above
     * @param memory gives arrays of the length asked for or longer, of any numbers: here for the weights, and for rows wherever some are
     *     made
     */
    public SeparableResize(
            ImageSize from,
            ImageSize to,
            int channels,
            ResizeFilter filter,
            boolean antialias,
            IntFunction<double[]> memory) {
        this.from = from;
        this.to = to;
        this.channels = channels;
        this.memory = memory;
        across = new AxisWeights(from.width(), to.width(), filter, antialias, memory);
        down = new AxisWeights(from.height(), to.height(), filter, antialias, memory);
    }

    /** Whether a source is asked for its rows in their order, each at most once; else for some again, where very many are needed at once. */
    public boolean asksInOrder() {
        return keptRows() == down.taps;
    }

    /** At least one. */
    int keptRows() {
        return Math.max(1, Math.min(down.taps, KEPT / (from.width() * channels)));
    }

    /**
     * The rows of the result, each made as it is asked for.
     *
     * @param source asked for rows as {@link #asksInOrder} tells
     */
    public ResizedLevels rows(Levels source) {
        return new ResizedLevels(this, source, memory);
    }

    /**
     * Makes all rows of the result, from the top one down.
     *
     * @param source as of {@link #rows}
     * @param result takes them; the array is used again for the next row
     */
    public void run(Levels source, Levels result) {
        ResizedLevels rows = rows(source);
        double[] row = memory.apply(to.width() * channels);
        for (int y = 0; y < to.height(); y++) {
            rows.next(row);
            result.row(y, row);
        }
    }

    /**
     * What lies in the image from ({@code left}, {@code top}) on, as large as this was made for, resized, at the image's depth.
     * Pixels around it do not count.
     */
    public Image apply(Image image, int left, int top) {
        Canvas canvas = Canvas.like(image, to);
        run(window(image, left, top), (y, levels) -> {
            int at = y * to.width() * channels;
            for (int i = 0; i < to.width() * channels; i++) {
                canvas.put(at + i, levels[i]);
            }
        });
        return canvas.image();
    }

    /**
     * What {@link #apply} sees of the image: levels on the scale of 0 to 255, whatever its depth.
     *
     * @param left column of the image where the window begins, in pixels
     * @param top row of the image where it begins; asked for a row beyond the image, the levels throw
     *     {@link IndexOutOfBoundsException}
     */
    public Levels window(Image image, int left, int top) {
        int length = from.width() * channels;
        return (y, levels) -> {
            int at = ((top + y) * image.width() + left) * channels;
            for (int i = 0; i < length; i++) {
                levels[i] = image.level(at + i);
            }
        };
    }
}
