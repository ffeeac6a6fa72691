package io.augstream.train.health;

import io.augstream.nn.Loss;
import io.augstream.train.safetensors.Tensor;
import java.util.Arrays;
import java.util.List;

/** What losses are held against: the targets' shares of the classes, and how far they vary, over all that was seen. */
final class Levels {
    private final Loss loss;
    private final double[] sums;
    private final double[] squares;
    private final long[] samples = new long[1];
    private final double hardFloor;

    Levels(Loss loss, int classes) {
        this.loss = loss;
        sums = new double[classes];
        squares = new double[classes];
        float[] one = new float[classes];
        one[0] = 1;
        hardFloor = loss.floor(one, 1, classes);
    }

    /**
     * Counts the labels of a batch.
     *
     * @return the least loss that they allow
     */
    double look(int[] labels) {
        for (int label : labels) {
            sums[label]++;
            squares[label]++;
        }
        samples[0] += labels.length;
        return hardFloor;
    }

    /**
     * Counts the targets of a batch.
     *
     * @param targets the share of each class, sample by sample
     * @return the least loss that they allow
     */
    double look(float[] targets, int count) {
        int classes = sums.length;
        for (int i = 0; i < count * classes; i++) {
            double share = targets[i];
            sums[i % classes] += share;
            squares[i % classes] += share * share;
        }
        samples[0] += count;
        return loss.floor(targets, count, classes);
    }

    /** The loss of answering every sample with the same outputs, the best there are for the targets seen so far. */
    double chance() {
        double n = samples[0];
        return loss.chance(
                Arrays.stream(sums).map(sum -> sum / n).toArray(),
                Arrays.stream(squares).map(sum -> sum / n).toArray());
    }

    /** The share of the most frequent class. */
    double guess() {
        return Arrays.stream(sums).max().orElse(0) / samples[0];
    }

    List<Tensor> state() {
        return List.of(
                Tensor.of(HealthMonitor.PREFIX + "targets", sums),
                Tensor.of(HealthMonitor.PREFIX + "squares", squares),
                Tensor.of(HealthMonitor.PREFIX + "samples", samples));
    }
}
