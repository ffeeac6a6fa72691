package io.augstream.operation;

import io.augstream.image.Canvas;
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
        int[] levels = fill.forChannels(image.channels());
        int unused = Limits.samples(size, image.channels());
        int[] columns = seen(left, size.width(), image.width());
        int[] rows = seen(top, size.height(), image.height());
        // The columns of the picture itself, which are copied together.
        int first = Math.min(Math.max(0, -left), size.width());
        int end = Math.max(first, Math.min(size.width(), image.width() - left));
        Canvas canvas = Canvas.like(image, size);
        for (int y = 0; y < rows.length; y++) {
            int start = y * size.width();
            if (rows[y] == Border.FILL) {
                levels(canvas, start, start + size.width(), levels);
                continue;
            }
            int from = rows[y] * image.width();
            if (end > first) {
                copy(image, from + left + first, end - first, canvas, start + first);
            }
            for (int x = first > 0 ? 0 : end; x < columns.length; x = x + 1 == first ? end : x + 1) {
                if (columns[x] == Border.FILL) {
                    levels(canvas, start + x, start + x + 1, levels);
                } else {
                    copy(image, from + columns[x], 1, canvas, start + x);
                }
            }
        }
        return canvas.image();
    }

    private static void copy(Image image, int from, int pixels, Canvas canvas, int to) {
        int channels = image.channels();
        canvas.copy(image, from * channels, pixels * channels, to * channels);
    }

    private static void levels(Canvas canvas, int from, int to, int[] levels) {
        for (int i = from * levels.length; i < to * levels.length; i++) {
            canvas.put(i, levels[i % levels.length]);
        }
    }

    @Override
    public Optional<Warping> warping(ImageSize source, int channels) {
        return Warping.of(AffineMap.window(left, top), source, size, channels, Interpolation.NEAREST, border, fill);
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
