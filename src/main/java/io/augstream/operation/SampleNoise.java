package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Image;
import io.augstream.pixel.ChangedRows;
import io.augstream.pixel.Rows;
import io.augstream.pixel.Scratch;
import java.util.Optional;

/**
 * Noise that gives every colour sample of a picture, of any depth, a new level within full scale, made of the old one and a random
 * number; alpha, the fourth channel, keeps its own.
 */
interface SampleNoise extends Operation {
    /** A new level from an old one and the place of its random number. */
    @FunctionalInterface
    interface Change {
        /**
         * @param level 0..255; of floats maybe beyond
         * @param index counts samples, or pixels where the channels of a pixel share their noise; the same for an RGB
         *     picture and its RGBA twin
         * @return any real number, to be clipped, and rounded where the samples are whole
         */
        double level(double level, long index);
    }

    /** Whether each channel of a pixel has its own noise. */
    boolean perChannel();

    Change change();

    @Override
    default Image apply(Image image) {
        Change change = change();
        Canvas canvas = Canvas.copyOf(image);
        int colours = ColourLevels.colours(image.channels());
        long pixel = 0;
        for (int start = 0; start < image.length(); start += image.channels()) {
            for (int colour = 0; colour < colours; colour++) {
                double level = change.level(image.level(start + colour), index(pixel, colour, colours));
                canvas.putClipped(start + colour, level);
            }
            pixel++;
        }
        return canvas.image();
    }

    @Override
    default Optional<Rows> rows(Rows source, Scratch scratch) {
        Change change = change();
        int channels = source.channels();
        int width = source.width();
        int colours = ColourLevels.colours(channels);
        return Optional.of(new ChangedRows(source, (samples, at, row) -> {
            for (int x = 0; x < width; x++) {
                for (int colour = 0; colour < colours; colour++) {
                    int i = at + x * channels + colour;
                    long index = index((long) row * width + x, colour, colours);
                    samples[i] = Levels.toByte(change.level(samples[i] & 0xff, index));
                }
            }
        }));
    }

    private long index(long pixel, int colour, int colours) {
        return perChannel() ? pixel * colours + colour : pixel;
    }
}
