package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.pixel.ChangedRows;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;

/**
 * Moves every level away from the mean of its neighbourhood or towards it: factor · level + (1 − factor) · mean, rounded
 * once (floats are not), then clipped. The mean is that of 3 × 3 pixels, of which the middle counts five times; pixels at the border, which
 * have no such neighbourhood, stay (torchvision's {@code adjust_sharpness}, which rounds the mean too and cuts the result to
 * whole levels). Alpha stays.
 *
 * @param factor in [0, 100]: 0 smooths, 1 changes nothing, above sharpens
 */
public record Sharpness(double factor) implements Operation {
    private static final int MIDDLE = 5;
    private static final int WEIGHTS = 13;

    public Sharpness {
        Limits.factor("factor", factor);
    }

    @Override
    public Rows rowsOf(Image image, Scratch scratch) {
        int channels = image.channels();
        int samples = image.width() * channels;
        int last = image.height() - 1;
        return new ChangedRows(Pictures.rows(image), (row, at, y) -> {
            for (int i = channels; i < samples - channels && y > 0 && y < last; i++) {
                if (channels < 4 || i % 4 != 3) {
                    row[at + i] = Levels.toByte(level(image, y * samples + i, samples));
                }
            }
        });
    }

    @Override
    public Image apply(Image image) {
        if (image.depth() == Depth.EIGHT_BIT) {
            return Pictures.image(rowsOf(image, new Scratch()));
        }
        int channels = image.channels();
        int row = image.width() * channels;
        // The border's floats, which stay, lie within full scale too, as torchvision's do.
        Image stays = image.depth() == Depth.FLOAT ? ColourLevels.changeEach(image, (level, colour) -> level) : image;
        Canvas canvas = Canvas.copyOf(stays);
        for (int start = row; start < image.length() - row; start += row) {
            for (int i = start + channels; i < start + row - channels; i++) {
                if (channels < 4 || i % 4 != 3) {
                    canvas.putClipped(i, level(image, i, row));
                }
            }
        }
        return canvas.image();
    }

    /** @param row how many samples there are in one */
    private double level(Image image, int at, int row) {
        double level = image.level(at);
        double sum = three(image, at - row) + three(image, at) + three(image, at + row) + (MIDDLE - 1) * level;
        return factor * level + (1 - factor) * sum / WEIGHTS;
    }

    /** The sum of a level and its neighbours to the left and to the right. */
    private static double three(Image image, int at) {
        return image.level(at - image.channels()) + image.level(at) + image.level(at + image.channels());
    }
}
