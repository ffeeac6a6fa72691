package io.augstream.lab;

import io.augstream.train.Checkpoint;
import java.util.List;

/**
 * One training of one arm with one seed that has not ended, after a whole epoch.
 *
 * @param checkpoint what the training goes on from; its numbers may be the training's own, so it is to be written at once
 * @param epochs those that are done, in order, at least one
 * @param seconds wall-clock time so far, training and scoring
 */
public record BegunRun(long seed, Checkpoint checkpoint, List<EpochScores> epochs, double seconds) {
    public BegunRun {
        epochs = List.copyOf(epochs);
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("a run begins with its first epoch");
        }
    }

    /** Of the last epoch. */
    EpochScores latest() {
        return epochs.get(epochs.size() - 1);
    }
}
