package io.augstream.operation;

import io.augstream.image.Image;

/** Correlates a picture with one symmetric kernel along columns, then along rows, channel by channel, and rounds once. */
final class SeparableFilter {
    private SeparableFilter() {}

    /** @param kernel odd in length, its weights adding up to 1 */
    static Image filter(Image image, double[] kernel, Border border) {
        int radius = kernel.length / 2;
        Image padded = Padding.pad(image, border, radius);
        int channels = image.channels();
        int row = image.width() * channels;
        double[] column = new double[padded.width() * channels];
        byte[] filtered = new byte[image.samples().length];
        for (int y = 0; y < image.height(); y++) {
            alongColumns(padded, y, kernel, column);
            for (int i = 0; i < row; i++) {
                double sum = 0;
                for (int tap = 0; tap < kernel.length; tap++) {
                    sum += kernel[tap] * column[i + tap * channels];
                }
                filtered[y * row + i] = Levels.toByte(sum);
            }
        }
        return Image.of(image.size(), channels, filtered);
    }

    private static void alongColumns(Image padded, int top, double[] kernel, double[] sums) {
        byte[] samples = padded.samples();
        java.util.Arrays.fill(sums, 0);
        for (int tap = 0; tap < kernel.length; tap++) {
            int from = (top + tap) * sums.length;
            double weight = kernel[tap];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * (samples[from + i] & 0xff);
            }
        }
    }
}
