package io.augstream.train;

import org.jspecify.annotations.Nullable;

/**
 * What one pass over the training images came to.
 *
 * @param epoch from 0
 * @param steps of the optimizer in this epoch
 * @param images trained on
 * @param loss E as the training has it, label smoothing included: the mean over the images as they went in, augmented,
 *     while the weights moved, not to be compared with a score
 * @param accuracy share of the images named rightly, under the same reservation; in [0, 1]
 * @param learningRate of the last step
 * @param seconds from start to end, without the scoring of the validation split; NaN where a part of the epoch was trained
 *     before the training was resumed
 * @param waited seconds of them spent waiting for batches
 * @param validation on the validation split after the epoch; null where the trainer was given none
 * @param best whether the validation split finds this epoch better than all before; true where nothing is scored
 */
public record EpochReport(
        int epoch,
        int steps,
        long images,
        double loss,
        double accuracy,
        double learningRate,
        double seconds,
        double waited,
        @Nullable Score validation,
        boolean best) {}
