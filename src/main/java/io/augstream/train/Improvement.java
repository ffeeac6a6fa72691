package io.augstream.train;

import io.augstream.train.safetensors.Tensor;
import java.util.List;

/** Follows a monitored score from epoch to epoch: how good it has been at its best, and how long ago. */
final class Improvement {
    private final Monitor monitor;
    private final double minDelta;
    /** The best score: its accuracy and its loss. */
    private final double[] best = new double[2];
    /** How many epochs ago that was, and 1 if there is one. */
    private final long[] counts = new long[2];

    /** @param minDelta an improvement is by more than this */
    Improvement(Monitor monitor, double minDelta) {
        this.monitor = monitor;
        this.minDelta = minDelta;
    }

    /** Takes the score of the next epoch, and says whether it is the best so far. A loss that is no number never is. */
    boolean take(Score score) {
        boolean better = counts[1] == 0
                ? monitor.gain(score, score) == 0
                : monitor.gain(new Score(best[0], best[1]), score) > minDelta;
        counts[0]++;
        if (better) {
            best[0] = score.accuracy();
            best[1] = score.loss();
            counts[0] = 0;
            counts[1] = 1;
        }
        return better;
    }

    /** Epochs without improvement, up to now. */
    long epochsSince() {
        return counts[0];
    }

    /** @param name goes before the names */
    List<Tensor> state(String name) {
        return List.of(Tensor.of(name + "best_score", best), Tensor.of(name + "counts", counts));
    }
}
