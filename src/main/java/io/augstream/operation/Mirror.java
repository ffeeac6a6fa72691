package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.MirroredRows;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * Mirrors the image: {@link Axis#HORIZONTAL} swaps left and right (torchvision's {@code hflip}), {@link Axis#VERTICAL}
 * top and bottom. Exact: every sample keeps its value.
 */
public record Mirror(Axis axis) implements Operation {
    @Override
    public Image apply(Image image) {
        if (axis == Axis.VERTICAL) {
            return topToBottom(image);
        }
        return image.depth() == Depth.EIGHT_BIT
                ? Pictures.image(new MirroredRows(Pictures.rows(image), new Scratch()))
                : leftToRight(image);
    }

    @Override
    public Optional<Rows> rows(Rows source, Scratch scratch) {
        return axis == Axis.HORIZONTAL ? Optional.of(new MirroredRows(source, scratch)) : Optional.empty();
    }

    @Override
    public Optional<Warping> warping(ImageSize size, int channels) {
        return Warping.within(map(size), size, channels);
    }

    @Override
    public Optional<Movement> movement(ImageSize size) {
        return Optional.of(new AffineMovement(map(size), size, size, Border.CONSTANT));
    }

    private AffineMap map(ImageSize size) {
        double centreX = (size.width() - 1) / 2.0;
        double centreY = (size.height() - 1) / 2.0;
        int x = axis == Axis.HORIZONTAL ? -1 : 1;
        return new AffineMap(centreX, centreY, centreX, centreY, x, 0, 0, -x);
    }

    private static Image topToBottom(Image image) {
        Canvas canvas = Canvas.like(image, image.size());
        int row = image.width() * image.channels();
        for (int start = 0; start < image.length(); start += row) {
            canvas.copy(image, start, row, image.length() - row - start);
        }
        return canvas.image();
    }

    private static Image leftToRight(Image image) {
        Canvas canvas = Canvas.like(image, image.size());
        int channels = image.channels();
        int row = image.width() * channels;
        for (int start = 0; start < image.length(); start += row) {
            for (int i = 0; i < row; i += channels) {
                canvas.copy(image, start + i, channels, start + row - channels - i);
            }
        }
        return canvas.image();
    }
}
