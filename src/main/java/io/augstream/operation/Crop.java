package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.util.Optional;

/**
 * Shows a window of the picture, exactly: every sample keeps its value.
 *
 * @param left source column of the window's first pixel, in [-1000000000, 1000000000]; outside the picture, negative too, the border is seen
 * @param top source row of the window's first pixel, likewise
 * @param size of the window and so of the result
 * @param fill the level outside, for {@link Border#CONSTANT}
 */
public record Crop(int left, int top, ImageSize size, Border border, Fill fill) implements Operation {
    public Crop {
        Limits.window("left", left);
        Limits.window("top", top);
    }

    /** @throws MisfitException if {@code fill} lists neither one level nor one a channel, or the result is too large */
    @Override
    public Image apply(Image image) {
        int channels = image.channels();
        int[] outside = fill.forChannels(channels);
        int[] columns = seen(left, size.width(), image.width());
        int[] rows = seen(top, size.height(), image.height());
        byte[] from = image.samples();
        byte[] to = new byte[Limits.samples(size, channels)];
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
        return Image.of(size, channels, to);
    }

    @Override
    public Optional<Warping> warping(ImageSize source, int channels) {
        return Warping.of(AffineMap.window(left, top), source, size, channels, border, fill);
    }

    @Override
    public Optional<Movement> movement(ImageSize source) {
        return Optional.of(new AffineMovement(AffineMap.window(left, top), source, size, border));
    }

    @Override
    public ImageSize resultSize(ImageSize source) {
        return size;
    }

    /** The source index that each index of the window sees, or {@link Border#FILL}. */
    private int[] seen(int first, int count, int length) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = border.index(first + i, length);
        }
        return indices;
    }
}
