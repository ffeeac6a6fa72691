package io.augstream.lab;

import io.augstream.train.Score;
import org.jspecify.annotations.Nullable;

/**
 * How well a network did after an epoch, on clean images in evaluation mode.
 *
 * @param epoch from 1; 0 of the first weights, where nothing else can be scored
 * @param train absent in epochs that were not scored, as {@code score_every} asks; present where a run's figures are of the epoch
 * @param validation absent there too, and where there are no validation images
 * @param test absent where {@code train} is
 */
public record EpochScores(int epoch, @Nullable Score train, @Nullable Score validation, @Nullable Score test) {
    static EpochScores none(int epoch) {
        return new EpochScores(epoch, null, null, null);
    }

    boolean isScored() {
        return train != null && test != null;
    }
}
