package io.augstream.golden;

import io.augstream.image.Image;
import java.util.Arrays;

/** A picture and the plane around it, read one sample at a time in double precision. Shares no line with what it is to test. */
record SlowPicture(Image image, String border, int fill) {
    private static final double A = -0.75;

    /** The level of a pixel anywhere. */
    double at(int x, int y, int channel) {
        int column = folded(x, image.width());
        int row = folded(y, image.height());
        return column < 0 || row < 0 ? fill : image.sample(column, row, channel);
    }

    /** Walks back into the picture, mirror by mirror or tile by tile; −1 where the fill is seen. */
    private int folded(int at, int length) {
        int index = at;
        while (index < 0 || index >= length) {
            boolean before = index < 0;
            switch (border) {
                case "constant" -> {
                    return -1;
                }
                case "replicate" -> index = before ? 0 : length - 1;
                case "symmetric" -> index = before ? -1 - index : 2 * length - 1 - index;
                case "wrap" -> index += before ? length : -length;
                case "reflect101" -> index = length == 1 ? 0 : before ? -index : 2 * length - 2 - index;
                default -> throw new IllegalArgumentException(border);
            }
        }
        return index;
    }

    /** The level at a place between pixels. */
    double between(String interpolation, double x, double y, int channel) {
        if (interpolation.equals("nearest")) {
            return at((int) Math.floor(x + 0.5), (int) Math.floor(y + 0.5), channel);
        }
        boolean cubic = interpolation.equals("bicubic");
        double sum = 0;
        for (int row = (int) Math.floor(y) - 1; row <= Math.floor(y) + 2; row++) {
            for (int column = (int) Math.floor(x) - 1; column <= Math.floor(x) + 2; column++) {
                double weight = weight(cubic, Math.abs(x - column)) * weight(cubic, Math.abs(y - row));
                sum += weight == 0 ? 0 : weight * at(column, row, channel);
            }
        }
        return sum;
    }

    /** The hat, or Keys' cubic convolution. */
    private static double weight(boolean cubic, double d) {
        if (!cubic) {
            return Math.max(0, 1 - d);
        }
        return d <= 1
                ? (A + 2) * d * d * d - (A + 3) * d * d + 1
                : d < 2 ? A * d * d * d - 5 * A * d * d + 8 * A * d - 4 * A : 0;
    }

    /** Under a square of weights, the kernel's products. */
    double weighed(double[] kernel, int x, int y, int channel) {
        int radius = kernel.length / 2;
        double sum = 0;
        for (int down = -radius; down <= radius; down++) {
            for (int right = -radius; right <= radius; right++) {
                sum += kernel[radius + down] * kernel[radius + right] * at(x + right, y + down, channel);
            }
        }
        return sum;
    }

    double middle(int side, int x, int y, int channel) {
        double[] levels = new double[side * side];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = at(x + i % side - side / 2, y + i / side - side / 2, channel);
        }
        Arrays.sort(levels);
        return levels[levels.length / 2];
    }
}
