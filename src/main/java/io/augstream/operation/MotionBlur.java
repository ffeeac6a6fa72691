package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Image;
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
        // Half the line, and one more for the right-hand neighbour of a point between pixels.
        int radius = length / 2 + 1;
        double[][] kernel = kernel(radius);
        Image padded = Padding.pad(image, border, radius);
        int channels = image.channels();
        double[] sums = new double[image.width() * channels];
        Canvas canvas = Canvas.like(image, image.size());
        for (int y = 0; y < image.height(); y++) {
            Arrays.fill(sums, 0);
            for (int dy = 0; dy < kernel.length; dy++) {
                for (int dx = 0; dx < kernel.length; dx++) {
                    if (kernel[dy][dx] != 0) {
                        int from = ((y + dy) * padded.width() + dx) * channels;
                        add(sums, kernel[dy][dx], padded, from);
                    }
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

    /** Row by row, the weight of each pixel within {@code radius}; all add up to 1. */
    private double[][] kernel(int radius) {
        double[][] kernel = new double[2 * radius + 1][2 * radius + 1];
        Turn turn = Turn.of(degrees);
        double[] weightsX = new double[2];
        double[] weightsY = new double[2];
        for (int i = 0; i < length; i++) {
            double distance = i - (length - 1) / 2.0;
            int x = Interpolation.BILINEAR.weigh(radius + distance * turn.cos(), weightsX);
            int y = Interpolation.BILINEAR.weigh(radius - distance * turn.sin(), weightsY);
            for (int tap = 0; tap < 4; tap++) {
                kernel[y + tap / 2][x + tap % 2] += weightsY[tap / 2] * weightsX[tap % 2] / length;
            }
        }
        return kernel;
    }
}
