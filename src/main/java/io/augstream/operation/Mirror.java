package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.PixelRows;
import java.util.Optional;

/**
 * Mirrors the image: {@link Axis#HORIZONTAL} swaps left and right (torchvision's {@code hflip}), {@link Axis#VERTICAL}
 * top and bottom. Exact: every sample keeps its value.
 */
public record Mirror(Axis axis) implements Operation {
    @Override
    public Image apply(Image image) {
        byte[] mirrored = axis == Axis.HORIZONTAL ? leftToRight(image) : topToBottom(image);
        return Image.of(image.size(), image.channels(), mirrored);
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

    private static byte[] leftToRight(Image image) {
        byte[] from = image.samples();
        byte[] to = new byte[from.length];
        int row = image.width() * image.channels();
        for (int start = 0; start < from.length; start += row) {
            PixelRows.mirror(from, start, image.width(), image.channels(), to, start);
        }
        return to;
    }

    private static byte[] topToBottom(Image image) {
        byte[] from = image.samples();
        byte[] to = new byte[from.length];
        int row = image.width() * image.channels();
        for (int start = 0; start < from.length; start += row) {
            System.arraycopy(from, start, to, from.length - row - start, row);
        }
        return to;
    }
}
