package io.augstream.operation;

import io.augstream.image.Image;

/** The operation that a stage draws when its chance {@code p} says no. */
public record Unchanged() implements Operation {
    @Override
    public Image apply(Image image) {
        return image;
    }
}
