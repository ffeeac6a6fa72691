package io.augstream.train;

import java.util.List;

/**
 * What a training came to.
 *
 * @param epochs one report an epoch, in order
 * @param reason why it ended
 * @param bestEpoch from 0: the epoch that early stopping's monitor found best, whose weights the network has unless
 *     {@code restore_best_weights} is off; the last one where there is no early stopping
 */
public record TrainingOutcome(List<EpochReport> epochs, StopReason reason, int bestEpoch) {
    public TrainingOutcome {
        epochs = List.copyOf(epochs);
    }
}
