package io.augstream.train;

import io.augstream.nn.Network;
import io.augstream.train.safetensors.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link EarlyStopping} at work in one training. */
final class Stopper {
    private final EarlyStopping settings;
    private final Improvement improvement;
    private final @Nullable Snapshot bestWeights;
    private final long[] bestEpoch = {-1};

    Stopper(EarlyStopping settings, Network network) {
        this.settings = settings;
        improvement = new Improvement(settings.monitor(), settings.minDelta());
        bestWeights = settings.restoreBestWeights() ? new Snapshot(network, "best.") : null;
    }

    /** Takes an epoch's score and, where it is the best so far, the weights; true if it is. */
    boolean takes(int epoch, Score validation) {
        if (epoch < settings.startFromEpoch() || !improvement.take(validation)) {
            return false;
        }
        bestEpoch[0] = epoch;
        if (bestWeights != null) {
            bestWeights.take();
        }
        return true;
    }

    /** Whether the training shall end. */
    boolean isSpent() {
        return improvement.epochsSince() >= settings.patience();
    }

    /** Puts the best weights back, if they are wanted. */
    void finish() {
        if (bestWeights != null && bestEpoch[0] >= 0) {
            bestWeights.restore();
        }
    }

    /** The best epoch, from 0; {@code last} if none had a score that is a number. */
    int bestEpoch(int last) {
        return bestEpoch[0] < 0 ? last : (int) bestEpoch[0];
    }

    List<Tensor> state() {
        List<Tensor> state = new ArrayList<>(improvement.state("early_stopping."));
        state.add(Tensor.of("early_stopping.best_epoch", bestEpoch));
        state.addAll(bestWeights == null ? List.of() : bestWeights.state());
        return state;
    }
}
