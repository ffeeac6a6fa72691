package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Arrays;

/**
 * Each sample becomes the median of the square around it; every channel, alpha too, by itself. Exact: every level in the
 * result stands in the input (or is the 0 outside a {@link Border#CONSTANT}).
 *
 * @param kernelSize the square's side in pixels, odd, in [1, 999]
 * @param border {@link Border#REPLICATE} is what OpenCV and Albumentations always take here
 */
public record MedianBlur(int kernelSize, Border border) implements Operation {
    public MedianBlur {
        Limits.kernelSize(kernelSize);
    }

    @Override
    public Image apply(Image image) {
        return image.depth() == Depth.EIGHT_BIT ? Pictures.image(rowsOf(image, new Scratch())) : deep(image);
    }

    @Override
    public Rows rowsOf(Image image, Scratch scratch) {
        Window window = new Window(image.width(), image.channels(), kernelSize);
        return new SquareRows(image, border, kernelSize / 2, window, scratch);
    }

    /** There are too many levels for a histogram: each square is sorted. */
    private Image deep(Image image) {
        Image padded = Padding.pad(image, border, kernelSize / 2);
        int channels = image.channels();
        double[] square = new double[kernelSize * kernelSize];
        Canvas canvas = Canvas.like(image, image.size());
        for (int i = 0; i < image.length(); i++) {
            int x = i / channels % image.width();
            int y = i / channels / image.width();
            for (int s = 0; s < square.length; s++) {
                int pixel = (y + s / kernelSize) * padded.width() + x + s % kernelSize;
                square[s] = padded.level(pixel * channels + i % channels);
            }
            Arrays.sort(square);
            canvas.put(i, square[square.length / 2]);
        }
        return canvas.image();
    }

    /**
     * The levels in the square as a histogram that slides along a row: one column leaves, one enters, and the median moves
     * a little (Huang, Yang and Tang, "A fast two-dimensional median filtering algorithm", 1979).
     */
    private static final class Window implements SquareRows.Maker {
        private final int width;
        private final int channels;
        private final int side;
        private final int[] histogram = new int[256];
        private int median;
        /** How many levels in the square are lower than {@link #median}. */
        private int below;

        Window(int width, int channels, int side) {
            this.width = width;
            this.channels = channels;
            this.side = side;
        }

        @Override
        public void row(byte[] samples, int[] starts, byte[] to, int at) {
            for (int channel = 0; channel < channels; channel++) {
                start(samples, starts, channel);
                int end = at + width * channels;
                int left = channel;
                for (int i = at + channel; i < end; i += channels) {
                    to[i] = (byte) median();
                    if (i + channels < end) {
                        slide(samples, starts, left, left + side * channels);
                    }
                    left += channels;
                }
            }
        }

        private void start(byte[] samples, int[] starts, int channel) {
            Arrays.fill(histogram, 0);
            median = 0;
            below = 0;
            for (int start : starts) {
                for (int x = 0; x < side; x++) {
                    histogram[samples[start + x * channels + channel] & 0xff]++;
                }
            }
        }

        /** One column leaves, and the one just right of the square enters. */
        private void slide(byte[] samples, int[] starts, int leaving, int entering) {
            int[] counts = histogram;
            int middle = median;
            int change = 0;
            for (int start : starts) {
                int out = samples[start + leaving] & 0xff;
                int in = samples[start + entering] & 0xff;
                counts[out]--;
                counts[in]++;
                change += (in < middle ? 1 : 0) - (out < middle ? 1 : 0);
            }
            below += change;
        }

        private int median() {
            int[] counts = histogram;
            int half = side * side / 2;
            int lower = below;
            int middle = median;
            while (lower > half) {
                middle--;
                lower -= counts[middle];
            }
            while (lower + counts[middle] <= half) {
                lower += counts[middle];
                middle++;
            }
            below = lower;
            median = middle;
            return middle;
        }
    }
}
