package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetworkFiguresTest {
    private static final String DRIFT =
            "[{text: It drifts., metric: input_drift, arm: all, than: none, direction: greater}]";

    private final TinyExperiment experiment;

    NetworkFiguresTest(@TempDir Path folder) throws IOException {
        experiment = new TinyExperiment(folder);
    }

    @Test
    void driftIsMeasuredWhereAClaimAsksAndWeightsAlways() {
        Set<Metric> weights = Set.of(Metric.WEIGHT_NORM, Metric.NEAR_ZERO, Metric.SPARSITY);
        assertEquals(weights, Set.copyOf(experiment.run().arms().get(0).measured()));

        List<Metric> asked =
                experiment.with("claims", DRIFT).run().arms().get(0).measured();

        assertTrue(asked.contains(Metric.INPUT_DRIFT) && asked.containsAll(weights), asked.toString());
    }

    @Test
    void lookingChangesNoBitOfTheTraining() {
        List<Object> unwatched = scores(experiment.run());

        ExperimentResult watched = experiment.with("claims", DRIFT).run();

        assertEquals(unwatched, scores(watched));
        assertTrue(run(watched, "none").measured(Metric.INPUT_DRIFT) > 0);
    }

    @Test
    void theTimeOfAStepIsThatOfAProcessorAndShowsInNoScore() {
        List<Object> untimed = scores(experiment.run());

        ExperimentResult timed = experiment
                .with("claims", DRIFT.replace("input_drift", "step_time"))
                .run();

        assertEquals(untimed, scores(timed));
        RunResult run = run(timed, "none");
        assertTrue(run.measured(Metric.STEP_TIME) > 0);
        assertTrue(run.measured(Metric.STEP_TIME) < 1000 * run.seconds());
    }

    /** A network of one hidden layer has no pair of them to compare; that is no reason to lose what the others came to. */
    @Test
    void whatCannotBeToldOfARunIsNotJudgedAndTheReasonTold() {
        experiment.with("claims", DRIFT.replace("input_drift", "backward_gain"));

        ExperimentResult result = experiment.run();

        ClaimResult claim = result.claims().get(0);
        assertEquals(Answer.NOT_JUDGED, claim.answer());
        assertEquals(
                "of all, seed 1: the network has too few layers: it takes two hidden ones",
                claim.untold().orElseThrow());
        assertTrue(claim.estimate().isEmpty());
        assertTrue(result.arms().get(0).estimate(Metric.TEST_ACCURACY).mean() > 0);
    }

    /** Six hidden units that all begin alike stay alike. */
    @Test
    void unitsThatBeginAlikeAreOfOneDimension() {
        String same = "[flatten, {dense: {units: 6, init: {constant: {value: 0.01}}}}, tanh,"
                + " {dense: {units: classes, init: {constant: {value: 0.01}}}}]";
        experiment
                .with("claims", DRIFT.replace("input_drift", "hidden_rank"))
                .with("measure.arms", "[none, {name: all, stages: [], set: {network: " + same + "}}]");

        ExperimentResult result = experiment.run();

        assertEquals(1, run(result, "all").measured(Metric.HIDDEN_RANK), 1e-5);
        assertTrue(run(result, "none").measured(Metric.HIDDEN_RANK) > 1.5);
    }

    /** By an arm of three epochs, and by one that ends with the first, though the other goes on. */
    @Test
    void hiddenLayersAreLookedAtAfterEveryEpoch() {
        List<Object> unwatched = scores(experiment.run());
        experiment
                .with("claims", DRIFT.replace("input_drift", "unit_shift"))
                .with("measure.arms", "[none, {name: all, stages: [], set: {train.epochs: 1}}]");

        ExperimentResult watched = experiment.run();

        RunResult longer = run(watched, "none");
        RunResult shorter = run(watched, "all");
        assertEquals(
                unwatched.get(0),
                longer.epochs().stream().map(scores -> scores.with(List.of())).toList());
        assertEquals(1, shorter.epochs().size());
        assertEquals(shorter.epochs().get(0).layers(), longer.epochs().get(0).layers());
        assertFalse(
                longer.epochs().get(1).layers().equals(longer.epochs().get(0).layers()));
        assertEquals(0, shorter.measured(Metric.UNIT_SHIFT));
        assertTrue(longer.measured(Metric.UNIT_SHIFT) > 0);
    }

    @Test
    void anArmThatTrainsAlikeMeasuresAlike() {
        ExperimentResult result =
                experiment.with("claims", DRIFT).with("measure.workers", "3").run();

        assertEquals(run(result, "none").measured(), run(result, "rotate").measured());
        assertFalse(run(result, "none").measured().equals(run(result, "noise").measured()));
    }

    /** No loss falls by 100, so the first epoch is chosen: the weights are those of an arm that trains no longer. */
    @Test
    void theWeightsAreThoseThatTheFiguresAreOf() {
        experiment.with(
                "measure.arms",
                "[none, {name: one, stages: [], set: {train.epochs: 1}}, {name: back, stages: [], set:"
                        + " {train.early_stopping: {patience: 1, min_delta: 100}}}]");

        ExperimentResult result = experiment.run();

        assertEquals(run(result, "one").measured(), run(result, "back").measured());
        assertFalse(run(result, "one").measured().equals(run(result, "none").measured()));
    }

    @Test
    void whatWasNotMeasuredIsNoFigure() {
        RunResult run = run(experiment.run(), "none");

        assertThrows(IllegalArgumentException.class, () -> Metric.INPUT_DRIFT.of(run));
    }

    private static List<Object> scores(ExperimentResult result) {
        return result.arms().stream()
                .flatMap(arm -> arm.runs().stream())
                .map(RunResult::epochs)
                .collect(Collectors.toList());
    }

    private static RunResult run(ExperimentResult result, String arm) {
        return result.arms().stream()
                .filter(found -> found.name().equals(arm))
                .findFirst()
                .orElseThrow()
                .runs()
                .get(0);
    }
}
