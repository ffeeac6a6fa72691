package io.augstream.lab.compare;

import io.augstream.lab.statistics.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An arm of a finished run.
 *
 * @param testBySeed test accuracies
 * @param test and {@code gap}: their means over the seeds
 * @param difference of test accuracy against the run's baseline; absent for the baseline itself
 * @param verdict absent for the baseline, and where the seeds were too few
 */
record ReportedArm(
        String name,
        SortedMap<Long, Double> testBySeed,
        Estimate test,
        Estimate gap,
        Optional<Estimate> difference,
        Optional<ReportedVerdict> verdict) {
    ReportedArm {
        testBySeed = new TreeMap<>(testBySeed);
    }

    /** Test accuracies in the order of seeds, whatever the order of the file. */
    List<Double> testInOrder() {
        return List.copyOf(testBySeed.values());
    }
}
