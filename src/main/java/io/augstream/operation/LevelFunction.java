package io.augstream.operation;

import io.augstream.image.Image;

/** A level operation that is one function for all colours and all images. */
interface LevelFunction extends LevelOperation {
    /**
     * @param level 0..255; of deeper pictures also between whole numbers, of floats maybe beyond
     * @return any real number, to be clipped, and rounded where the samples are whole
     */
    double level(double level);

    @Override
    default LevelTable after(LevelTable before, Image image) {
        return before.then(this::level);
    }

    @Override
    default Image deep(Image image) {
        return ColourLevels.changeEach(image, (level, colour) -> level(level));
    }

    @Override
    default boolean readsSamples() {
        return false;
    }
}
