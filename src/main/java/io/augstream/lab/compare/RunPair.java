package io.augstream.lab.compare;

import io.augstream.lab.statistics.PairedComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Two runs, and their arms of the same name paired by seed. An arm may be another thing in each run, as the pipeline files
 * tell; the pairing takes the same images and the same seeds alone.
 *
 * @param run the one that was given later
 * @param against the one that was given before it
 * @param obstacles why they cannot be paired; none where they are
 */
record RunPair(String run, String against, List<PairedArm> arms, List<String> obstacles) {
    RunPair {
        arms = List.copyOf(arms);
        obstacles = List.copyOf(obstacles);
    }

    /** Every run against every one before it. */
    static List<RunPair> among(List<FinishedRun> runs) {
        List<RunPair> pairs = new ArrayList<>();
        for (int later = 1; later < runs.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                pairs.add(of(runs.get(later), runs.get(earlier)));
            }
        }
        return pairs;
    }

    private static RunPair of(FinishedRun run, FinishedRun against) {
        List<String> obstacles = obstacles(run.report(), against.report());
        List<PairedArm> arms = obstacles.isEmpty() ? arms(run.report(), against.report()) : List.of();
        return new RunPair(run.label(), against.label(), arms, obstacles);
    }

    private static List<String> obstacles(RunReport run, RunReport against) {
        List<String> obstacles = new ArrayList<>();
        if (!run.origin().hasImagesOf(against.origin())) {
            obstacles.add("different images");
        }
        if (!new TreeSet<>(run.origin().seeds())
                .equals(new TreeSet<>(against.origin().seeds()))) {
            obstacles.add("different seeds");
        }
        if (run.origin().testRedrawn()) {
            obstacles.add("test images that each seed draws from its training images");
        }
        if (run.arms().stream().noneMatch(arm -> against.arm(arm.name()).isPresent())) {
            obstacles.add("no arm of the same name");
        }
        return obstacles;
    }

    private static List<PairedArm> arms(RunReport run, RunReport against) {
        return run.arms().stream()
                .flatMap(arm -> against.arm(arm.name()).stream()
                        .map(other ->
                                new PairedArm(arm.name(), PairedComparison.of(arm.testInOrder(), other.testInOrder()))))
                .toList();
    }
}
