package io.augstream.dataset;

import java.util.Optional;

/**
 * Images ready for a network, with their labels.
 *
 * @param pixels normalised values, image by image, each row by row, pixel by pixel, channel by channel (NHWC)
 * @param labels one class index an image, which accuracy counts; the batch size is its length
 * @param targets soft labels, which the loss looks at in place of the labels: the share of each class, image by image, at
 *     least 0 and 1 in sum, as mixtures of images have. Without them the target is the label's class alone
 */
public record Batch(float[] pixels, int[] labels, Optional<float[]> targets, int width, int height, int channels) {
    public Batch {
        if (pixels.length != (long) labels.length * width * height * channels) {
            throw new IllegalArgumentException(labels.length + " images of " + width + "x" + height + "x" + channels
                    + " need " + (long) labels.length * width * height * channels + " values, got " + pixels.length);
        }
    }

    /** Each image of its label's class alone. */
    public Batch(float[] pixels, int[] labels, int width, int height, int channels) {
        this(pixels, labels, Optional.empty(), width, height, channels);
    }

    public int size() {
        return labels.length;
    }
}
