package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Image;

/**
 * Moves every level away from the mean of its neighbourhood or towards it: factor · level + (1 − factor) · mean, rounded
 * once (floats are not), then clipped. The mean is that of 3 × 3 pixels, of which the middle counts five times; pixels at the border, which
 * have no such neighbourhood, stay (torchvision's {@code adjust_sharpness}, which rounds the mean too and cuts the result to
 * whole levels). Alpha stays.
 *
 * @param factor in [0, 100]: 0 smooths, 1 changes nothing, above sharpens
 */
public record Sharpness(double factor) implements Operation {
    private static final int MIDDLE = 5;
    private static final int WEIGHTS = 13;

    public Sharpness {
        Limits.factor("factor", factor);
    }

    @Override
    public Image apply(Image image) {
        int channels = image.channels();
        int row = image.width() * channels;
        Canvas canvas = Canvas.copyOf(image);
        for (int start = row; start < image.length() - row; start += row) {
            for (int i = start + channels; i < start + row - channels; i++) {
                if (channels < 4 || i % 4 != 3) {
                    double level = image.level(i);
                    double sum = three(image, i - row) + three(image, i) + three(image, i + row) + (MIDDLE - 1) * level;
                    canvas.put(i, Levels.clipped(factor * level + (1 - factor) * sum / WEIGHTS));
                }
            }
        }
        return canvas.image();
    }

    /** The sum of a level and its neighbours to the left and to the right. */
    private static double three(Image image, int at) {
        return image.level(at - image.channels()) + image.level(at) + image.level(at + image.channels());
    }
}
