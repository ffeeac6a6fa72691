package io.augstream.run;

import io.augstream.dataset.Split;
import io.augstream.train.Position;
import io.augstream.train.Score;
import io.augstream.train.StopReason;
import io.augstream.train.health.Diagnosis;
import java.util.Map;
import java.util.Optional;

/**
 * How a training ended.
 *
 * @param reason why
 * @param epochs done, by earlier runs that this one went on with too
 * @param step taken in the epoch after those, where the training was stopped within it; else 0
 * @param scored the epoch whose weights the scores are of, from 1
 * @param best the epoch that the validation split finds best, from 1; 0 where there is none
 * @param scores of the splits that have images, on clean images in evaluation mode; none after a stop
 * @param health what was seen of the layers says; nothing where nobody looked
 * @param images trained on by this run
 * @param seconds of training in this run, without scoring
 * @param waited seconds of them without a batch to train on
 * @param total seconds of this run, with reading and scoring
 */
public record RunSummary(
        StopReason reason,
        int epochs,
        int step,
        int scored,
        int best,
        Map<Split, Score> scores,
        Optional<Diagnosis> health,
        long images,
        double seconds,
        double waited,
        double total) {
    /** Of a run that was stopped before it had begun to train. */
    static RunSummary unbegun(double total) {
        return new RunSummary(StopReason.REQUESTED, 0, 0, 0, 0, Map.of(), Optional.empty(), 0, 0, 0, total);
    }

    /** Where the training stands. */
    public Position position() {
        return new Position(epochs, step);
    }

    /** The share of the time that the trainer waited for data, in [0, 1]. */
    public double waitShare() {
        return seconds > 0 ? waited / seconds : 0;
    }
}
