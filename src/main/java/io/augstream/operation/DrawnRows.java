package io.augstream.operation;

import io.augstream.image.ImageSize;
import io.augstream.pixel.Rows;

/** Rows of a picture that is drawn anew. */
abstract class DrawnRows implements Rows {
    final ImageSize size;
    private final int channels;

    DrawnRows(ImageSize size, int channels) {
        this.size = size;
        this.channels = channels;
    }

    @Override
    public final int width() {
        return size.width();
    }

    @Override
    public final int height() {
        return size.height();
    }

    @Override
    public final int channels() {
        return channels;
    }
}
