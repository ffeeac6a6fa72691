package io.augstream.train;

import io.augstream.nn.Network;
import org.jspecify.annotations.Nullable;

/** {@link EarlyStopping} at work in one training. */
final class Stopper {
    private final EarlyStopping settings;
    private final Improvement improvement;
    private final @Nullable Snapshot bestWeights;
    private int bestEpoch = -1;

    Stopper(EarlyStopping settings, Network network) {
        this.settings = settings;
        improvement = new Improvement(settings.monitor(), settings.minDelta());
        bestWeights = settings.restoreBestWeights() ? new Snapshot(network) : null;
    }

    /** Takes an epoch's score and, where it is the best, the weights; true if the training shall end here. */
    boolean stopsAfter(int epoch, Score validation) {
        if (epoch < settings.startFromEpoch()) {
            return false;
        }
        if (improvement.take(validation)) {
            bestEpoch = epoch;
            if (bestWeights != null) {
                bestWeights.take();
            }
        }
        return improvement.epochsSince() >= settings.patience();
    }

    /** Puts the best weights back, if they are wanted. */
    void finish() {
        if (bestWeights != null) {
            bestWeights.restore();
        }
    }

    /** The best epoch, from 0; {@code last} if none had a score that is a number. */
    int bestEpoch(int last) {
        return bestEpoch < 0 ? last : bestEpoch;
    }
}
