package io.augstream.train;

import java.util.List;

/**
 * What a training came to.
 *
 * @param epochs the curves: one report a whole epoch, in order
 * @param reason why it ended
 * @param bestEpoch from 0: the epoch that the validation split found best, by early stopping's monitor or by its loss; the
 *     last one where there is no validation split. The network has its weights where early stopping restores them, and
 *     those of the last step otherwise
 */
public record TrainingOutcome(List<EpochReport> epochs, StopReason reason, int bestEpoch) {
    public TrainingOutcome {
        epochs = List.copyOf(epochs);
    }
}
