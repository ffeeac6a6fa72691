package io.augstream.dataset;

import io.augstream.image.Channels;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;

/** What all prepared images of a data set must share, since a network has one input shape. */
public record ImageShape(ImageSize size, int channels) {
    static ImageShape of(Rows rows) {
        return new ImageShape(new ImageSize(rows.width(), rows.height()), rows.channels());
    }

    public static ImageShape of(Image image) {
        return new ImageShape(image.size(), image.channels());
    }

    /**
     * @param id of the sample that {@code image} belongs to
     * @throws DataException if the image has another shape; names both shapes and the setting that makes them alike
     */
    public void require(String id, Image image) {
        ImageShape found = of(image);
        if (!found.size.equals(size)) {
            throw new DataException(id + ": an image of " + found.size + " in a set of " + size
                    + "; data.prepare.resize would make them alike");
        }
        if (found.channels != channels) {
            throw new DataException(id + ": an image with " + Channels.words(found.channels) + " in a set with "
                    + channels + "; data.prepare.channels would make them alike");
        }
    }
}
