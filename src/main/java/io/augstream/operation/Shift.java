package io.augstream.operation;

import io.augstream.image.Image;

/**
 * Moves the picture by whole pixels within its frame, exactly: every sample keeps its value. With what lies outside seen as
 * {@code border} says, it is torchvision's {@code RandomCrop} with padding, drawn.
 *
 * @param right pixels to the right, negative to the left, in [-65535, 65535]
 * @param down pixels downwards, negative upwards, in [-65535, 65535]
 * @param fill the level outside, for {@link Border#CONSTANT}
 */
public record Shift(int right, int down, Border border, Fill fill) implements Operation {
    private static final int FARTHEST = 65_535;

    public Shift {
        Limits.check("pixels", right, -FARTHEST, FARTHEST, "");
        Limits.check("pixels", down, -FARTHEST, FARTHEST, "");
    }

    /** @throws MisfitException if {@code fill} lists neither one level nor one a channel */
    @Override
    public Image apply(Image image) {
        int channels = image.channels();
        int[] outside = fill.forChannels(channels);
        int[] columns = seen(image.width(), right);
        int[] rows = seen(image.height(), down);
        byte[] from = image.samples();
        byte[] to = new byte[from.length];
        int at = 0;
        for (int row : rows) {
            for (int column : columns) {
                boolean inside = row != Border.FILL && column != Border.FILL;
                int pixel = (row * image.width() + column) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    to[at++] = inside ? from[pixel + channel] : (byte) outside[channel];
                }
            }
        }
        return Image.of(image.size(), channels, to);
    }

    /** The source index that each index of the result sees, or {@link Border#FILL}. */
    private int[] seen(int length, int distance) {
        int[] indices = new int[length];
        for (int i = 0; i < length; i++) {
            indices[i] = border.index(i - distance, length);
        }
        return indices;
    }
}
