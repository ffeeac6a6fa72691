package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.train.safetensors.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a training stands, and what the steps of its epoch have come to so far. */
final class Progress {
    static final String PREFIX = "progress.";
    private static final int EPOCH = 0;
    private static final int STEP = 1;
    private static final int IMAGES = 2;
    private static final int CORRECT = 3;
    private static final int ALL_STEPS = 4;
    private static final int EPOCH_IMAGES = 5;
    private static final int LOSS = 0;
    private static final int RATE = 1;

    private final long[] counts = new long[6];
    private final double[] sums = new double[2];
    private double seconds;
    private double waited;

    /** From 0: the epoch that is being trained. */
    int epoch() {
        return (int) counts[EPOCH];
    }

    /** Steps taken in this epoch. */
    int step() {
        return (int) counts[STEP];
    }

    /** Steps taken in all epochs. */
    long allSteps() {
        return allSteps(counts);
    }

    /** As {@link #state()} has it. */
    static long allSteps(long[] counts) {
        return counts[ALL_STEPS];
    }

    /** In epochs, a fraction within one. */
    double epochsDone() {
        return counts[EPOCH] + (double) counts[IMAGES] / Math.max(1, counts[EPOCH_IMAGES]);
    }

    /**
     * Says how many images an epoch has.
     *
     * @param source what errors call the checkpoint
     * @throws CheckpointException if a checkpoint has said otherwise
     */
    void begin(int images, String source) {
        if (allSteps() > 0 && counts[EPOCH_IMAGES] != images) {
            throw new CheckpointException(
                    source + " is of a training on " + counts[EPOCH_IMAGES] + " images an epoch, here are " + images);
        }
        counts[EPOCH_IMAGES] = images;
    }

    /** @throws CheckpointException if no training can have counted so */
    static void requireSound(long[] counts, String source) {
        long images = counts[IMAGES];
        boolean sound = counts[EPOCH] >= 0
                && counts[EPOCH] <= Integer.MAX_VALUE
                && counts[STEP] >= 0
                && counts[STEP] <= images
                && (counts[STEP] > 0 || images == 0)
                && counts[CORRECT] >= 0
                && counts[CORRECT] <= images
                && images <= counts[EPOCH_IMAGES]
                && counts[EPOCH_IMAGES] <= Integer.MAX_VALUE
                && counts[ALL_STEPS] >= counts[STEP]
                && counts[ALL_STEPS] - counts[STEP] >= counts[EPOCH];
        if (!sound) {
            throw new CheckpointException(source + ": its position is broken: epoch " + counts[EPOCH] + ", step "
                    + counts[STEP] + " of " + counts[ALL_STEPS] + " in all, " + counts[CORRECT] + " right of " + images
                    + " images, " + counts[EPOCH_IMAGES] + " an epoch");
        }
    }

    void add(Batch batch, double loss, int correct, double rate, double waitedForIt) {
        counts[STEP]++;
        counts[ALL_STEPS]++;
        counts[IMAGES] += batch.size();
        counts[CORRECT] += correct;
        sums[LOSS] += loss * batch.size();
        sums[RATE] = rate;
        waited += waitedForIt;
    }

    void spend(double time) {
        seconds += time;
    }

    EpochReport report(@Nullable Score validation, boolean best) {
        if (counts[IMAGES] == 0) {
            throw new IllegalArgumentException("there are no images to train on");
        }
        double images = counts[IMAGES];
        return new EpochReport(
                epoch(),
                step(),
                counts[IMAGES],
                sums[LOSS] / images,
                counts[CORRECT] / images,
                sums[RATE],
                seconds,
                waited,
                validation,
                best);
    }

    void beginNextEpoch() {
        counts[EPOCH]++;
        Arrays.fill(counts, STEP, ALL_STEPS, 0);
        Arrays.fill(sums, 0);
        seconds = 0;
        waited = 0;
    }

    /** To be called when {@link #state()} has been written. */
    void resumed() {
        // The clock of another run is not asked; an epoch of two runs has no time.
        seconds = step() == 0 ? 0 : Double.NaN;
        waited = seconds;
    }

    List<Tensor> state() {
        return List.of(Tensor.of(PREFIX + "counts", counts), Tensor.of(PREFIX + "sums", sums));
    }
}
