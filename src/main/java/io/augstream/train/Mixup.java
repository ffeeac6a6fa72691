package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.random.Beta;
import io.augstream.random.RandomKey;
import java.util.Optional;

/**
 * Mixes each image of a batch with the next one, the last with the first: λ·a + (1 − λ)·b, and their targets alike (Zhang
 * and others, "mixup: beyond empirical risk minimization", 2018, section 2). Batches are shuffled, so the next image is a
 * chance one. Each pair draws a λ of its own from Beta(α, α). The mixture's label is the class with the larger share, of
 * equal ones the first.
 */
final class Mixup {
    private final double alpha;
    private final int classes;
    private float[] pixels = {};
    private float[] targets = {};

    /** @param alpha above 0 */
    Mixup(double alpha, int classes) {
        this.alpha = alpha;
        this.classes = classes;
    }

    /**
     * The mixtures, whose arrays the next call writes over; {@code batch} stays as it is.
     *
     * @param key decides every λ
     */
    Batch mixed(Batch batch, RandomKey key) {
        int size = batch.size();
        if (pixels.length != batch.pixels().length) {
            pixels = new float[batch.pixels().length];
            targets = new float[size * classes];
        }
        float[] own = Targets.shares(batch, classes);
        int[] labels = new int[size];
        int values = size == 0 ? 0 : pixels.length / size;
        for (int i = 0; i < size; i++) {
            float share = (float) Beta.symmetric(key.with(i).random(), alpha);
            int next = (i + 1) % size;
            mix(batch.pixels(), i * values, next * values, values, share, pixels);
            mix(own, i * classes, next * classes, classes, share, targets);
            labels[i] = largest(targets, i * classes);
        }
        return new Batch(pixels, labels, Optional.of(targets), batch.width(), batch.height(), batch.channels());
    }

    private int largest(float[] shares, int from) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = shares[from + c] > shares[from + best] ? c : best;
        }
        return best;
    }

    private static void mix(float[] from, int own, int other, int count, float share, float[] to) {
        for (int i = 0; i < count; i++) {
            to[own + i] = share * from[own + i] + (1 - share) * from[other + i];
        }
    }
}
