package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.nn.ConstantWeights;
import io.augstream.nn.Dense;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MixupTest {
    private static final Mixing MIXUP = new Mixing(1, 0);

    /** Image c is c everywhere, so a mixture's brightness tells the shares: that of image i is λ·i + (1 − λ)·(i + 1). */
    @Test
    void pixelsAndTargetsAreMixedInTheSameShares() {
        Batch batch = new Batch(new float[] {0, 0, 1, 1, 2, 2}, new int[] {0, 1, 2}, 1, 1, 2);
        Batch mixed = new Mixtures(MIXUP, 3, 3).of(batch, 0);
        float[] targets = mixed.targets().orElseThrow();
        for (int i = 0; i < 3; i++) {
            int next = (i + 1) % 3;
            float own = targets[i * 3 + i];
            assertTrue(own > 0 && own < 1, "share " + own);
            assertEquals(1 - own, targets[i * 3 + next], 1e-6);
            assertEquals(0, targets[i * 3 + (i + 2) % 3]);
            assertEquals(own * i + (1 - own) * next, mixed.pixels()[2 * i], 1e-6);
            assertEquals(mixed.pixels()[2 * i], mixed.pixels()[2 * i + 1]);
            assertEquals(own >= 0.5 ? i : next, mixed.labels()[i]);
        }
        assertArrayEquals(new float[] {0, 0, 1, 1, 2, 2}, batch.pixels());
    }

    @Test
    void everyPairAndEveryStepHasAShareOfItsOwn() {
        Batch batch = new Batch(new float[] {0, 1, 0, 1}, new int[] {0, 1, 0, 1}, 1, 1, 1);
        Mixtures mixup = new Mixtures(MIXUP, 2, 3);
        float[] first = mixup.of(batch, 0).pixels().clone();
        float[] other = mixup.of(batch, 1).pixels().clone();
        assertEquals(8, count(first, other), Arrays.toString(first) + Arrays.toString(other));
        assertArrayEquals(first, mixup.of(batch, 0).pixels());
    }

    @Test
    void softTargetsAreMixedToo() {
        Batch batch = soft(new float[] {0, 1}, 0.25f, 0.75f, 0.5f, 0.5f);
        Batch mixed = new Mixtures(MIXUP, 2, 3).of(batch, 0);
        float share = 1 - mixed.pixels()[0];
        assertEquals(0.25 * share + 0.5 * (1 - share), mixed.targets().orElseThrow()[0], 1e-6);
    }

    /** Weights of 0 say ½ of each class whatever the image, so ∂E/∂w is the image times (½ − target), halved by the mean. */
    @Test
    void theTrainerLearnsSoftTargets() {
        Network network = Network.create(List.of(new Dense(2, false, new ConstantWeights(0))), Shape.vector(1), 1);
        MemoryBatches data = new MemoryBatches(List.of(soft(new float[] {1, 2}, 0.3f, 0.7f, 0.9f, 0.1f)));
        TrainSettings settings = TrainSettings.parse("{epochs: 1, batch: 2, learning_rate: 1, momentum: 0}");
        TrainingOutcome outcome = new Trainer(network, settings, 1).train(data, data, TrainingListener.NONE);
        float first = (float) ((0.3 - 0.5 + 2 * (0.9 - 0.5)) / 2);
        assertArrayEquals(
                new float[] {first, -first}, network.parameters().get(0).value(), 1e-6f);
        EpochReport report = outcome.epochs().get(0);
        assertEquals(Math.log(2), report.loss(), 1e-7);
        double after = (entropy(0.3, 2 * first) + entropy(0.9, 4 * first)) / 2;
        assertEquals(after, Objects.requireNonNull(report.validation()).loss(), 1e-6);
    }

    @Test
    void targetsOfAnotherNumberOfClassesAreRefused() {
        Network network = Network.create(List.of(new Dense(3, false, new ConstantWeights(0))), Shape.vector(1), 1);
        MemoryBatches data = new MemoryBatches(List.of(soft(new float[] {1, 2}, 0.3f, 0.7f, 0.9f, 0.1f)));
        Trainer trainer = new Trainer(network, TrainSettings.parse("{batch: 2}"), 1);
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> trainer.train(data, TrainingListener.NONE))
                        .getMessage());
        assertEquals(
                "2 images need 3 soft targets each, as many as the network has outputs; the batch holds 4 in all",
                message);
    }

    /** −q·log p − (1 − q)·log(1 − p), where p is the logistic function of {@code logit}. */
    private static double entropy(double q, double logit) {
        return q * Math.log1p(Math.exp(-logit)) + (1 - q) * Math.log1p(Math.exp(logit));
    }

    private static long count(float[] one, float[] other) {
        float[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        Arrays.sort(both);
        long count = both.length > 0 ? 1 : 0;
        for (int i = 1; i < both.length; i++) {
            count += both[i] != both[i - 1] ? 1 : 0;
        }
        return count;
    }

    /** Images of one pixel and two classes; the labels are those with the larger share. */
    private static Batch soft(float[] pixels, float... targets) {
        int[] labels = new int[pixels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = targets[2 * i] >= targets[2 * i + 1] ? 0 : 1;
        }
        return new Batch(pixels, labels, Optional.of(targets), 1, 1, 1);
    }
}
