package io.augstream.train;

import io.augstream.train.safetensors.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A {@link Plateau} at work in one training. */
final class RateReduction {
    private static final int BAD_EPOCHS = 0;
    private static final int COOLDOWN = 1;

    private final Plateau settings;
    private final Improvement improvement;
    private final double[] factor = {1};
    private final long[] counts = new long[2];

    RateReduction(Plateau settings) {
        this.settings = settings;
        improvement = new Improvement(settings.monitor(), settings.minDelta());
    }

    /** The share of the full rate, in (0, 1]. */
    double factor() {
        return factor[0];
    }

    /** Epochs that it waits at most after a reduction. */
    int cooldown() {
        return settings.cooldown();
    }

    /** Takes the score of the next epoch. */
    void take(Score validation) {
        counts[BAD_EPOCHS] = improvement.take(validation) ? 0 : counts[BAD_EPOCHS] + 1;
        if (counts[COOLDOWN] > 0) {
            counts[COOLDOWN]--;
            counts[BAD_EPOCHS] = 0;
        }
        if (counts[BAD_EPOCHS] > settings.patience()) {
            factor[0] = Math.max(settings.minFactor(), factor[0] * settings.factor());
            counts[COOLDOWN] = settings.cooldown();
            counts[BAD_EPOCHS] = 0;
        }
    }

    List<Tensor> state() {
        List<Tensor> state = new ArrayList<>(improvement.state("plateau."));
        state.add(Tensor.of("plateau.factor", factor));
        state.add(Tensor.of("plateau.waiting", counts));
        return state;
    }
}
