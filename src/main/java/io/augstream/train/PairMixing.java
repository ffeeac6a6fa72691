package io.augstream.train;

import io.augstream.random.CounterRandom;

/** How one image is mixed with another of its batch. */
sealed interface PairMixing permits Mixup, CutMix {
    /**
     * Writes the mixture of two images.
     *
     * @param images of the batch
     * @param own place of the image that is mixed, and of the mixture
     * @param other place of the image that it is mixed with
     * @param mixtures gets the mixture
     * @param random decides it
     * @return the image's own share of the mixture, in [0, 1]
     */
    float mix(Frames images, int own, int other, float[] mixtures, CounterRandom random);

    /**
     * The images of a batch, one after the other.
     *
     * @param pixels row by row, pixel by pixel, channel by channel
     */
    record Frames(float[] pixels, int width, int height, int channels) {
        /** Values an image. */
        int values() {
            return width * height * channels;
        }
    }
}
