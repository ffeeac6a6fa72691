package io.augstream.operation;

import io.augstream.image.Image;

/**
 * Moves every level away from the mean of its neighbourhood or towards it: factor · level + (1 − factor) · mean, rounded
 * once, then clipped. The mean is that of 3 × 3 pixels, of which the middle counts five times; pixels at the border, which
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
        byte[] from = image.samples();
        byte[] to = from.clone();
        for (int start = row; start < from.length - row; start += row) {
            for (int i = start + channels; i < start + row - channels; i++) {
                if (channels < 4 || i % 4 != 3) {
                    int level = from[i] & 0xff;
                    int sum = three(from, i - row, channels)
                            + three(from, i, channels)
                            + three(from, i + row, channels)
                            + (MIDDLE - 1) * level;
                    to[i] = Levels.toByte(factor * level + (1 - factor) * sum / WEIGHTS);
                }
            }
        }
        return Image.of(image.size(), channels, to);
    }

    /** The sum of a level and its neighbours to the left and to the right. */
    private static int three(byte[] samples, int at, int channels) {
        return (samples[at - channels] & 0xff) + (samples[at] & 0xff) + (samples[at + channels] & 0xff);
    }
}
