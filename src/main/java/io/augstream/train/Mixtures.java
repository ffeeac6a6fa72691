package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.nn.Loss;
import io.augstream.random.RandomKey;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mixtures that take the images' place in training: each image of a batch is mixed with the next one, the last with the
 * first, and their targets by the same shares. Batches are shuffled, so the next image is a chance one. Each pair draws a
 * mixture of its own. The mixture's label is the class with the larger share, of equal ones the first.
 */
final class Mixtures {
    private final @Nullable PairMixing mixup;
    private final @Nullable PairMixing cutmix;
    private final int classes;
    private final RandomKey mixups;
    private final RandomKey cutmixes;
    private final RandomKey choices;
    private float[] pixels = {};
    private float[] targets = {};

    /** @param seed decides every mixture; those of one kind are the same whether or not there are others */
    Mixtures(Mixing settings, int classes, long seed) {
        this.classes = classes;
        mixup = settings.mixup() > 0 ? new Mixup(settings.mixup()) : null;
        cutmix = settings.cutmix() > 0 ? new CutMix(settings.cutmix()) : null;
        mixups = RandomKey.of(seed).with("mixup");
        cutmixes = RandomKey.of(seed).with("cutmix");
        choices = RandomKey.of(seed).with("mixup or cutmix");
    }

    /**
     * The mixtures, whose arrays the next call writes over; {@code batch} stays as it is.
     *
     * @param number of the step, from 0 over the whole training
     */
    Batch of(Batch batch, long number) {
        boolean cuts = cutmix != null
                && (mixup == null || choices.with(number).random().nextBoolean());
        PairMixing mixing = cuts ? cutmix : mixup;
        return mixing == null ? batch : mixed(batch, mixing, (cuts ? cutmixes : mixups).with(number));
    }

    private Batch mixed(Batch batch, PairMixing mixing, RandomKey key) {
        int size = batch.size();
        if (pixels.length != batch.pixels().length || targets.length != size * classes) {
            pixels = new float[batch.pixels().length];
            targets = new float[size * classes];
        }
        PairMixing.Frames images =
                new PairMixing.Frames(batch.pixels(), batch.width(), batch.height(), batch.channels());
        Arrays.fill(targets, 0);
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            int next = (i + 1) % size;
            float share = mixing.mix(images, i, next, pixels, key.with(i).random());
            add(share, batch, i, i * classes);
            add(1 - share, batch, next, i * classes);
            labels[i] = largest(i * classes);
        }
        return new Batch(pixels, labels, Optional.of(targets), batch.width(), batch.height(), batch.channels());
    }

    /** Adds {@code share} of an image's target to the one that begins at {@code to}. */
    private void add(float share, Batch batch, int image, int to) {
        if (batch.targets().isEmpty()) {
            Loss.checkLabel(batch.labels()[image], classes);
            targets[to + batch.labels()[image]] += share;
            return;
        }
        float[] soft = batch.targets().get();
        for (int c = 0; c < classes; c++) {
            targets[to + c] += share * soft[image * classes + c];
        }
    }

    private int largest(int from) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = targets[from + c] > targets[from + best] ? c : best;
        }
        return best;
    }
}
