package io.augstream.lab;

import io.augstream.image.Image;

/**
 * A training image that a report shows, as it is before any stage.
 *
 * @param id the sample's, which with seed and epoch decides every draw
 * @param label the index of the class
 * @param image prepared
 */
public record Specimen(String id, int label, Image image) {
    /** Images have no equality of their own: pixels decide. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Specimen that
                && id.equals(that.id)
                && label == that.label
                && image.looksLike(that.image);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
