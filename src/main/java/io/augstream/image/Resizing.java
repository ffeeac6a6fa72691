package io.augstream.image;

import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;

/** Changing the size of an image. */
public final class Resizing {
    private Resizing() {}

    /**
     * Scales to exactly {@code size}, each side by its own factor; the image itself where it has that size already. By
     * imgscalr's QUALITY method: bicubic, preceded by halvings where the image shrinks. Channels stay.
     *
     * <p>The method is named and the mode is FIT_EXACT because imgscalr's defaults keep the aspect ratio and its
     * ULTRA_QUALITY overshoots targets of 1 to 5 pixels. It returns colours only; gray comes back as three equal ones, of
     * which one is kept. It would cut samples to 8 bits, too: 16 bits and floats go another way, {@link ResizeFilter#BICUBIC},
     * antialiased.
     */
    public static Image resize(Image image, ImageSize size) {
        if (image.size().equals(size)) {
            return image;
        }
        if (image.depth() != Depth.EIGHT_BIT) {
            return new SeparableResize(image.size(), size, image.channels(), ResizeFilter.BICUBIC, true)
                    .apply(image, 0, 0);
        }
        BufferedImage source = BufferedImages.toBufferedImage(Channels.convert(image, Math.max(3, image.channels())));
        BufferedImage scaled =
                Scalr.resize(source, Scalr.Method.QUALITY, Scalr.Mode.FIT_EXACT, size.width(), size.height());
        Image result = BufferedImages.toImage(scaled);
        return image.channels() == 1 ? firstChannel(result) : Channels.convert(result, image.channels());
    }

    /**
     * The {@code size} in the middle; where the margins cannot be equal, the larger one is right or below. The image
     * itself where it has that size already.
     *
     * @throws IllegalArgumentException if the image is smaller than {@code size}
     */
    public static Image centreCrop(Image image, ImageSize size) {
        if (image.size().equals(size)) {
            return image;
        }
        if (size.width() > image.width() || size.height() > image.height()) {
            throw new IllegalArgumentException("crop " + size + " is larger than the image " + image.size());
        }
        int left = (image.width() - size.width()) / 2;
        int top = (image.height() - size.height()) / 2;
        int rowLength = size.width() * image.channels();
        Canvas canvas = Canvas.like(image, size);
        for (int y = 0; y < size.height(); y++) {
            int start = ((top + y) * image.width() + left) * image.channels();
            canvas.copy(image, start, rowLength, y * rowLength);
        }
        return canvas.image();
    }

    private static Image firstChannel(Image image) {
        byte[] first = new byte[image.width() * image.height()];
        for (int i = 0; i < first.length; i++) {
            first[i] = image.samples()[i * image.channels()];
        }
        return Image.of(image.size(), 1, first);
    }
}
