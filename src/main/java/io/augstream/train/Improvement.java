package io.augstream.train;

import org.jspecify.annotations.Nullable;

/** Follows a monitored score from epoch to epoch: how good it has been at its best, and how long ago. */
final class Improvement {
    private final Monitor monitor;
    private final double minDelta;
    private @Nullable Score best;
    private int epochsSince;

    /** @param minDelta an improvement is by more than this */
    Improvement(Monitor monitor, double minDelta) {
        this.monitor = monitor;
        this.minDelta = minDelta;
    }

    /** Takes the score of the next epoch, and says whether it is the best so far. A loss that is no number never is. */
    boolean take(Score score) {
        boolean first = best == null && monitor.gain(score, score) == 0;
        if (first || (best != null && monitor.gain(best, score) > minDelta)) {
            best = score;
            epochsSince = 0;
            return true;
        }
        epochsSince++;
        return false;
    }

    /** Epochs without improvement, up to now. */
    int epochsSince() {
        return epochsSince;
    }
}
