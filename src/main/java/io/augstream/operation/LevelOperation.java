package io.augstream.operation;

import io.augstream.image.Image;
import io.augstream.pixel.Scratch;

/** A point operation that gives each level of each colour another, whatever the pixel's other colours: a table. */
public interface LevelOperation extends PointOperation {
    /**
     * The table that does to {@code image} what {@code before} does and then this operation. What the operation asks of the
     * image it asks of the one that {@code before} gives, so consecutive ones are one table without a picture in between.
     */
    LevelTable after(LevelTable before, Image image);

    @Override
    default PixelChange prepare(Image image, Scratch scratch) {
        return after(LevelTable.unchanged(image.channels()), image);
    }
}
