package io.augstream.train;

/**
 * What one pass over the training images came to.
 *
 * @param epoch from 0
 * @param steps of the optimizer in this epoch
 * @param loss mean over the images as they went in, augmented, while the weights moved: not to be compared with a score
 * @param seconds from start to end
 * @param waited seconds of them spent waiting for batches
 */
public record EpochReport(int epoch, int steps, double loss, double seconds, double waited) {}
