package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.image.ImageFormatException;
import java.nio.file.Path;

/** An image file on disk, read anew each time. */
record FileImage(Path file) implements ImageSource {
    @Override
    public Image read() {
        try {
            return ImageFiles.read(file);
        } catch (ImageFormatException e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String name() {
        return file.toString();
    }
}
