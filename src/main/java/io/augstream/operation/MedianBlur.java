package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Depth;
import io.augstream.image.Image;
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
        Image padded = Padding.pad(image, border, kernelSize / 2);
        return image.depth() == Depth.EIGHT_BIT ? sliding(image, padded) : sorting(image, padded);
    }

    /** There are too many levels for a histogram: each square is sorted. */
    private Image sorting(Image image, Image padded) {
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

    private Image sliding(Image image, Image padded) {
        byte[] medians = new byte[image.samples().length];
        Window window = new Window(padded, kernelSize);
        int to = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int channel = 0; channel < image.channels(); channel++) {
                window.start(y, channel);
                for (int x = 0; x < image.width(); x++) {
                    medians[to + x * image.channels() + channel] = (byte) window.median();
                    if (x + 1 < image.width()) {
                        window.slide(x);
                    }
                }
            }
            to += image.width() * image.channels();
        }
        return Image.of(image.size(), image.channels(), medians);
    }

    /**
     * The levels in the square as a histogram that slides along a row: one column leaves, one enters, and the median moves
     * a little (Huang, Yang and Tang, "A fast two-dimensional median filtering algorithm", 1979).
     */
    private static final class Window {
        private final byte[] samples;
        private final int stride;
        private final int channels;
        private final int side;
        private final int[] histogram = new int[256];
        private int topLeft;
        private int median;
        /** How many levels in the square are lower than {@link #median}. */
        private int below;

        Window(Image padded, int side) {
            this.samples = padded.samples();
            this.channels = padded.channels();
            this.stride = padded.width() * channels;
            this.side = side;
        }

        void start(int y, int channel) {
            Arrays.fill(histogram, 0);
            median = 0;
            below = 0;
            topLeft = y * stride + channel;
            for (int x = 0; x < side; x++) {
                count(x, 1);
            }
        }

        /** Leaves column {@code x} and takes in the one just right of the square. */
        void slide(int x) {
            count(x, -1);
            count(x + side, 1);
        }

        private void count(int x, int change) {
            int from = topLeft + x * channels;
            for (int y = 0; y < side; y++) {
                int level = samples[from + y * stride] & 0xff;
                histogram[level] += change;
                below += level < median ? change : 0;
            }
        }

        int median() {
            int half = side * side / 2;
            while (below > half) {
                median--;
                below -= histogram[median];
            }
            while (below + histogram[median] <= half) {
                below += histogram[median];
                median++;
            }
            return median;
        }
    }
}
