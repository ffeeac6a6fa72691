package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageFormatException;

/**
 * An image file held in memory, as found in a shard.
 *
 * @param name what errors call it
 */
record EncodedImage(byte[] bytes, String name) implements ImageSource {
    @Override
    public Image read() {
        try {
            return ImageFiles.decode(bytes, name);
        } catch (ImageFormatException e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        }
    }
}
