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
        int radius = radius();
        int side = 2 * radius + 1;
        double[] kernel = kernel(side, new double[side * side]);
        Image padded = Padding.pad(image, border, radius);
        int channels = image.channels();
        double[] sums = new double[image.width() * channels];
        Canvas canvas = Canvas.like(image, image.size());
        for (int y = 0; y < image.height(); y++) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < side * side; i++) {
                if (kernel[i] != 0) {
                    int from = ((y + i / side) * padded.width() + i % side) * channels;
                    add(sums, kernel[i], padded, from);
                }
            }
            for (int i = 0; i < sums.length; i++) {
                canvas.put(y * sums.length + i, sums[i]);
            }
        }
        return canvas.image();
    }

    private static void add(double[] sums, double weight, Image image, int from) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * image.level(from + i);
        }
    }

    @Override
    public Rows rowsOf(Image image, Scratch scratch) {
        int side = 2 * radius() + 1;
        double[] kernel = kernel(side, scratch.doubles(side * side));
        int channels = image.channels();
        int length = image.width() * channels;
        double[] sums = scratch.doubles(length);
        SquareRows.Maker maker = (samples, starts, to, at) -> {
            Arrays.fill(sums, 0, length, 0);
            for (int i = 0; i < side * side; i++) {
                if (kernel[i] != 0) {
                    add(sums, length, kernel[i], samples, starts[i / side] + i % side * channels);
                }
            }
            for (int i = 0; i < length; i++) {
                to[at + i] = Levels.toByte(sums[i]);
            }
        };
        return new SquareRows(image, border, radius(), maker, scratch);
    }

    private static void add(double[] sums, int length, double weight, byte[] samples, int from) {
        for (int i = 0; i < length; i++) {
            sums[i] += weight * (samples[from + i] & 0xff);
        }
    }

    /** Half the line, and one more for the right-hand neighbour of a point between pixels. */
    private int radius() {
        return length / 2 + 1;
    }

    /** Row by row, the weight of each pixel of the square with the given side; all add up to 1. */
    private double[] kernel(int side, double[] kernel) {
        Arrays.fill(kernel, 0);
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
        return kernel;
    }
}
