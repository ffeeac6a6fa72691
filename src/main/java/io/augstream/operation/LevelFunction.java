package io.augstream.operation;

import io.augstream.image.Image;

/** A level operation that is one function for all colours and all images. */
interface LevelFunction extends LevelOperation {
    /**
     * @param level 0..255
     * @return any real number, to be rounded and clipped
     */
    double level(int level);

    @Override
    default LevelTable after(LevelTable before, Image image) {
        return before.then(this::level);
    }

    @Override
    default boolean readsSamples() {
        return false;
    }
}
