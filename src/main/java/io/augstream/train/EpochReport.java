package io.augstream.train;

import org.jspecify.annotations.Nullable;

/**
 * What one pass over the training images came to.
 *
 * @param epoch from 0
 * @param steps of the optimizer in this epoch
 * @param loss mean over the images as they went in, augmented, while the weights moved: not to be compared with a score
 * @param seconds from start to end, without the scoring of the validation split
 * @param waited seconds of them spent waiting for batches
 * @param validation on the validation split after the epoch; null where the trainer was given none
 */
public record EpochReport(
        int epoch, int steps, double loss, double seconds, double waited, @Nullable Score validation) {
    EpochReport with(@Nullable Score score) {
        return new EpochReport(epoch, steps, loss, seconds, waited, score);
    }
}
