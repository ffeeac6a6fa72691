package io.augstream.train;

import io.augstream.random.Beta;
import io.augstream.random.CounterRandom;

/**
 * Two images laid over each other, λ·a + (1 − λ)·b, λ from Beta(α, α) (Zhang and others, "mixup: beyond empirical risk
 * minimization", 2018, section 2).
 *
 * @param alpha above 0
 */
record Mixup(double alpha) implements PairMixing {
    @Override
    public float mix(Frames images, int own, int other, float[] mixtures, CounterRandom random) {
        float share = (float) Beta.symmetric(random, alpha);
        int values = images.values();
        float[] pixels = images.pixels();
        for (int i = 0; i < values; i++) {
            mixtures[own * values + i] = share * pixels[own * values + i] + (1 - share) * pixels[other * values + i];
        }
        return share;
    }
}
