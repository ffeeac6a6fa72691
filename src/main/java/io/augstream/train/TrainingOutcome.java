package io.augstream.train;

import java.util.List;

/** What a training came to. @param epochs one report an epoch, in order */
public record TrainingOutcome(List<EpochReport> epochs) {
    public TrainingOutcome {
        epochs = List.copyOf(epochs);
    }
}
