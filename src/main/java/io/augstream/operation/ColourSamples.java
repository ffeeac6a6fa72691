package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Image;

/**
 * Gives every colour sample of a picture, of any depth, a new level within full scale; alpha, the fourth channel, keeps its own.
 */
final class ColourSamples {
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

    private ColourSamples() {}

    static Image change(Image image, boolean perChannel, Change change) {
        int channels = image.channels();
        int colours = ColourLevels.colours(image);
        Canvas canvas = Canvas.copyOf(image);
        long pixel = 0;
        for (int start = 0; start < image.length(); start += channels) {
            for (int colour = 0; colour < colours; colour++) {
                long index = perChannel ? pixel * colours + colour : pixel;
                double level = change.level(image.level(start + colour), index);
                canvas.put(start + colour, Levels.clipped(level));
            }
            pixel++;
        }
        return canvas.image();
    }
}
