package io.augstream.preview;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.image.Resizing;

/** Pictures as large as a cell: small ones by whole factors, so that each pixel is seen as a square; large ones made smaller. */
final class Fitted {
    private Fitted() {}

    static Image to(Image image, int side) {
        int longest = Math.max(image.width(), image.height());
        if (longest > side) {
            return Resizing.resize(
                    image, new ImageSize(scaled(image.width(), side, longest), scaled(image.height(), side, longest)));
        }
        return enlarged(image, side / longest);
    }

    private static int scaled(int length, int side, int longest) {
        return (int) Math.max(1, ((long) length * side + longest / 2) / longest);
    }

    private static Image enlarged(Image image, int factor) {
        int channels = image.channels();
        ImageSize size = new ImageSize(image.width() * factor, image.height() * factor);
        byte[] samples = new byte[size.width() * size.height() * channels];
        int to = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                System.arraycopy(
                        image.samples(), (y / factor * image.width() + x / factor) * channels, samples, to, channels);
                to += channels;
            }
        }
        return Image.of(size, channels, samples);
    }
}
