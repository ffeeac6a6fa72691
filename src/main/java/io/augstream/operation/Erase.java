package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Image;
import io.augstream.pixel.ChangedRows;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * Paints a rectangle over the picture; what of it lies outside the frame is left out. DeVries and Taylor, "Improved
 * Regularization of Convolutional Neural Networks with Cutout" (2017), with a level of one's choice.
 *
 * @param left column of the rectangle's first pixel, negative too
 * @param top row of the rectangle's first pixel, negative too
 * @param width of the rectangle in pixels, at least 1
 * @param height of the rectangle in pixels, at least 1
 */
public record Erase(int left, int top, int width, int height, Fill fill) implements Operation {
    public Erase {
        Limits.check("size", width, 1, 65_535, " pixels");
        Limits.check("size", height, 1, 65_535, " pixels");
    }

    @Override
    public Optional<Rows> rows(Rows source, Scratch scratch) {
        int channels = source.channels();
        int[] levels = fill.forChannels(channels);
        int first = Math.max(0, left) * channels;
        int last = Math.min(source.width(), left + width) * channels;
        return Optional.of(new ChangedRows(source, (samples, at, row) -> {
            for (int i = first; i < last && row >= top && row < top + height; i++) {
                samples[at + i] = (byte) levels[i % channels];
            }
        }));
    }

    /** @throws MisfitException if {@code fill} lists neither one level nor one a channel */
    @Override
    public Image apply(Image image) {
        int channels = image.channels();
        int[] levels = fill.forChannels(channels);
        Canvas canvas = Canvas.copyOf(image);
        int lastRow = Math.min(image.height(), top + height);
        int first = Math.max(0, left);
        int last = Math.min(image.width(), left + width);
        for (int row = Math.max(0, top); row < lastRow; row++) {
            int start = row * image.width();
            for (int i = (start + first) * channels; i < (start + last) * channels; i++) {
                canvas.put(i, levels[i % channels]);
            }
        }
        return canvas.image();
    }
}
