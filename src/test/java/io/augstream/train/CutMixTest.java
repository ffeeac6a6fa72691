package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.augstream.dataset.Batch;
import io.augstream.nn.ConstantWeights;
import io.augstream.nn.Dense;
import io.augstream.nn.Flatten;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CutMixTest {
    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;
    private static final int CHANNELS = 3;
    private static final int VALUES = WIDTH * HEIGHT * CHANNELS;
    private static final Mixing CUTMIX = new Mixing(0, 1);

    @Test
    void theBoxHoldsTheNextImagesPixelsAndAllElseIsItsOwn() {
        Batch batch = numbered(3);
        Mixtures mixtures = new Mixtures(CUTMIX, 3, 1);
        BitSet areas = new BitSet();
        for (int step = 0; step < 500; step++) {
            Batch mixed = mixtures.of(batch, step);
            for (int i = 0; i < 3; i++) {
                int next = (i + 1) % 3;
                int area = pasted(mixed.pixels(), i, next);
                areas.set(area);
                float[] targets = mixed.targets().orElseThrow();
                float own = (float) ((WIDTH * HEIGHT - area) / (double) (WIDTH * HEIGHT));
                assertEquals(own, targets[3 * i + i]);
                assertEquals(area / (double) (WIDTH * HEIGHT), targets[3 * i + next], 6e-8);
                assertEquals(0, targets[3 * i + (i + 2) % 3]);
                assertEquals(2 * area > WIDTH * HEIGHT ? next : i, mixed.labels()[i]);
            }
        }
        assertTrue(areas.get(0) && areas.get(WIDTH * HEIGHT) && areas.cardinality() > 15, areas.toString());
        assertArrayEquals(numbered(3).pixels(), batch.pixels());
    }

    /** The number of pixels that are those of {@code other}; they fill a rectangle, and the rest is {@code own}'s. */
    private static int pasted(float[] mixed, int own, int other) {
        int left = WIDTH;
        int top = HEIGHT;
        int right = 0;
        int bottom = 0;
        int count = 0;
        for (int i = 0; i < VALUES; i++) {
            int pixel = i / CHANNELS;
            if (mixed[own * VALUES + i] == number(other, i)) {
                left = Math.min(left, pixel % WIDTH);
                right = Math.max(right, pixel % WIDTH + 1);
                top = Math.min(top, pixel / WIDTH);
                bottom = Math.max(bottom, pixel / WIDTH + 1);
                count++;
            } else {
                assertEquals(number(own, i), mixed[own * VALUES + i]);
            }
        }
        assertEquals(count, CHANNELS * Math.max(0, right - left) * Math.max(0, bottom - top));
        return count / CHANNELS;
    }

    @Test
    void theSameSeedAndStepGiveTheSameBatchAndOthersOthers() {
        float[] first = new Mixtures(CUTMIX, 3, 1).of(numbered(3), 4).pixels();
        assertArrayEquals(first, new Mixtures(CUTMIX, 3, 1).of(numbered(3), 4).pixels());
        assertNotEquals(
                Arrays.hashCode(first),
                Arrays.hashCode(new Mixtures(CUTMIX, 3, 1).of(numbered(3), 5).pixels()));
        assertNotEquals(
                Arrays.hashCode(first),
                Arrays.hashCode(new Mixtures(CUTMIX, 3, 2).of(numbered(3), 4).pixels()));
    }

    @Test
    void softTargetsAreSharedByArea() {
        float[] soft = {0.25f, 0.75f, 0.5f, 0.5f};
        Batch batch = new Batch(new float[] {0, 0, 0, 0, 1, 1, 1, 1}, new int[] {1, 0}, Optional.of(soft), 2, 2, 1);
        for (int step = 0; step < 50; step++) {
            Batch mixed = new Mixtures(CUTMIX, 2, 1).of(batch, step);
            double area = (mixed.pixels()[0] + mixed.pixels()[1] + mixed.pixels()[2] + mixed.pixels()[3]) / 4;
            assertEquals((1 - area) * 0.25 + area * 0.5, mixed.targets().orElseThrow()[0], 1e-6);
        }
    }

    /** 2,000 throws of a coin: 5 deviations are 112. Whichever it is, its mixtures are those that it makes alone. */
    @Test
    void whereBothAreSetEachBatchIsOfOneOfThemByChance() {
        Mixtures both = new Mixtures(new Mixing(0.4, 1), 3, 1);
        Mixtures mixup = new Mixtures(new Mixing(0.4, 0), 3, 1);
        Mixtures cutmix = new Mixtures(CUTMIX, 3, 1);
        int cuts = 0;
        for (int step = 0; step < 2000; step++) {
            float[] mixed = both.of(numbered(3), step).pixels();
            boolean cut = Arrays.equals(mixed, cutmix.of(numbered(3), step).pixels());
            if (!cut) {
                assertArrayEquals(mixup.of(numbered(3), step).pixels(), mixed);
            }
            cuts += cut ? 1 : 0;
        }
        assertEquals(1000, cuts, 112);
    }

    @Test
    void theLastBatchOfAnEpochMayBeSmaller() {
        Mixtures mixtures = new Mixtures(CUTMIX, 3, 1);
        float[] alone = new Mixtures(CUTMIX, 3, 1).of(numbered(2), 9).pixels();
        assertEquals(3 * VALUES, mixtures.of(numbered(3), 8).pixels().length);
        assertArrayEquals(alone, mixtures.of(numbered(2), 9).pixels());
    }

    /** Weights of 0 say ½ of each class whatever the image, so ∂E/∂w is the mixture times (½ − target), halved by the mean. */
    @Test
    void theTrainerLearnsTheMixtures() {
        Batch batch = numbered(2);
        Batch mixed = new Mixtures(CUTMIX, 2, 1).of(batch, 0);
        float[] targets = mixed.targets().orElseThrow();
        assertTrue(targets[0] > 0 && targets[0] < 1, Arrays.toString(targets));
        Network network = Network.create(
                List.of(new Flatten(), new Dense(2, false, new ConstantWeights(0))),
                new Shape(HEIGHT, WIDTH, CHANNELS),
                1);
        TrainSettings settings =
                TrainSettings.parse("{epochs: 1, batch: 2, learning_rate: 1e-3, momentum: 0, cutmix: {alpha: 1}}");
        TrainingOutcome outcome =
                new Trainer(network, settings, 1).train(new MemoryBatches(List.of(batch)), TrainingListener.NONE);
        assertEquals(Math.log(2), outcome.epochs().get(0).loss(), 1e-7);
        float[] weights = network.parameters().get(0).value();
        for (int i = 0; i < VALUES; i++) {
            double gradient = 0;
            for (int image = 0; image < 2; image++) {
                gradient += (0.5 - targets[2 * image]) * mixed.pixels()[image * VALUES + i] / 2;
            }
            assertEquals(-1e-3 * gradient, weights[2 * i], 1e-5 * Math.abs(gradient) + 1e-7);
        }
    }

    /** Some objects of the beta distribution's an image; the pixels of one batch are 786,432 bytes. */
    @Test
    void steadyStepsAllocateNothingOfTensorSize() {
        int[] labels = new int[64];
        Batch batch = new Batch(new float[64 * 32 * 32 * 3], labels, 32, 32, 3);
        Mixtures mixtures = new Mixtures(new Mixing(1, 1), 10, 1);
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int step = 0; step < 50; step++) {
            long before = bean.getCurrentThreadAllocatedBytes();
            assertEquals(64, mixtures.of(batch, step).size());
            least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
            assertTrue(step == 0 || bean.getCurrentThreadAllocatedBytes() - before < 200_000, "step " + step);
        }
        assertTrue(least < 50_000, "bytes a step: " + least);
    }

    /** Images of which no two values are alike. */
    private static Batch numbered(int images) {
        float[] pixels = new float[images * VALUES];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = number(i / VALUES, i % VALUES);
        }
        int[] labels = new int[images];
        Arrays.setAll(labels, i -> i);
        return new Batch(pixels, labels, WIDTH, HEIGHT, CHANNELS);
    }

    private static float number(int image, int index) {
        return 1000 * image + index + 1;
    }
}
