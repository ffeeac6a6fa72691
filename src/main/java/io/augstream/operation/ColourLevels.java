package io.augstream.operation;

import io.augstream.image.Canvas;
import io.augstream.image.Image;

/**
 * Gives the colours of every pixel of a picture, of any depth, new levels; alpha, the fourth channel, keeps its own. Whatever the
 * depth, what comes out lies within full scale.
 */
final class ColourLevels {
    /** What is done to the colours of one pixel. */
    @FunctionalInterface
    interface Change {
        /** @param levels of the one or three colours, changed in place to any real numbers, which are then clipped */
        void change(double[] levels);
    }

    /** A new level of one colour. */
    @FunctionalInterface
    interface EachChange {
        /** @return any real number, to be clipped */
        double level(double level, int colour);
    }

    private ColourLevels() {}

    static int colours(int channels) {
        return Math.min(channels, 3);
    }

    static Image change(Image image, Change change) {
        double[] levels = new double[colours(image.channels())];
        Canvas canvas = Canvas.copyOf(image);
        for (int start = 0; start < image.length(); start += image.channels()) {
            for (int colour = 0; colour < levels.length; colour++) {
                levels[colour] = image.level(start + colour);
            }
            change.change(levels);
            for (int colour = 0; colour < levels.length; colour++) {
                canvas.putClipped(start + colour, levels[colour]);
            }
        }
        return canvas.image();
    }

    static Image changeEach(Image image, EachChange change) {
        return change(image, levels -> {
            for (int colour = 0; colour < levels.length; colour++) {
                levels[colour] = change.level(levels[colour], colour);
            }
        });
    }

    /** All levels of one colour. */
    static double[] of(Image image, int colour) {
        double[] levels = new double[image.width() * image.height()];
        for (int pixel = 0; pixel < levels.length; pixel++) {
            levels[pixel] = image.level(pixel * image.channels() + colour);
        }
        return levels;
    }
}
