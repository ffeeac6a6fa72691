package io.augstream.operation;

import io.augstream.image.Image;

/** Gives every colour sample of a picture a new level; alpha, the fourth channel, keeps its own. */
final class ColourSamples {
    /** A new level from an old one and the place of its random number. */
    @FunctionalInterface
    interface Change {
        /**
         * @param level 0..255
         * @param index counts samples, or pixels where the channels of a pixel share their noise; the same for an RGB
         *     picture and its RGBA twin
         * @return any real number, to be rounded and clipped
         */
        double level(int level, long index);
    }

    private ColourSamples() {}

    static Image change(Image image, boolean perChannel, Change change) {
        int channels = image.channels();
        int colours = Math.min(channels, 3);
        byte[] from = image.samples();
        byte[] to = from.clone();
        long pixel = 0;
        for (int start = 0; start < from.length; start += channels) {
            for (int colour = 0; colour < colours; colour++) {
                long index = perChannel ? pixel * colours + colour : pixel;
                to[start + colour] = Levels.toByte(change.level(from[start + colour] & 0xff, index));
            }
            pixel++;
        }
        return Image.of(image.size(), channels, to);
    }
}
