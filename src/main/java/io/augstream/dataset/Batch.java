package io.augstream.dataset;

/**
 * Images ready for a network, with their labels.
 *
 * @param pixels normalised values, image by image, each row by row, pixel by pixel, channel by channel (NHWC)
 * @param labels one class index an image; the batch size is its length
 */
public record Batch(float[] pixels, int[] labels, int width, int height, int channels) {
    public Batch {
        if (pixels.length != (long) labels.length * width * height * channels) {
            throw new IllegalArgumentException(labels.length + " images of " + width + "x" + height + "x" + channels
                    + " need " + (long) labels.length * width * height * channels + " values, got " + pixels.length);
        }
    }

    public int size() {
        return labels.length;
    }
}
