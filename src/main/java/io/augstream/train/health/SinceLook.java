package io.augstream.train.health;

import io.augstream.train.safetensors.Tensor;
import java.util.Arrays;

/** Means over the images of all steps since the last look. What a single step of a small batch shows is mostly chance. */
final class SinceLook {
    private static final int LOSS = 0;
    private static final int FLOOR = 1;
    private static final int RIGHT = 2;
    private static final int IMAGES = 3;

    private final double[] sums = new double[IMAGES + 1];

    /**
     * Takes a step.
     *
     * @param loss of its batch
     * @param floor the least loss that the batch's targets allow
     * @param correct images that were named rightly
     */
    void add(double loss, double floor, int correct, int images) {
        sums[LOSS] += loss * images;
        sums[FLOOR] += floor * images;
        sums[RIGHT] += correct;
        sums[IMAGES] += images;
    }

    double loss() {
        return sums[LOSS] / sums[IMAGES];
    }

    double floor() {
        return sums[FLOOR] / sums[IMAGES];
    }

    double accuracy() {
        return sums[RIGHT] / sums[IMAGES];
    }

    void forget() {
        Arrays.fill(sums, 0);
    }

    Tensor state() {
        return Tensor.of(HealthMonitor.PREFIX + "since", sums);
    }
}
