package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.DataException;
import io.augstream.dataset.Sample;
import io.augstream.lab.statistics.Bound;
import io.augstream.lab.statistics.Bounded;
import io.augstream.lab.statistics.Verdict;
import io.augstream.run.ConfusionMatrix;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExperimentTest {
    private final Path folder;
    private final TinyExperiment experiment;

    ExperimentTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.experiment = new TinyExperiment(folder);
    }

    /** An arm whose stage never applies trains like none only if weights, order, dropout and normalisation are shared. */
    @Test
    void aStageThatNeverAppliesReadsIdentical() {
        ExperimentResult result = experiment.with("measure.seeds", "5").run();

        assertEquals(Verdict.IDENTICAL, result.verdict("rotate").orElseThrow().verdict());
        assertEquals(scores(result, "none"), scores(result, "rotate"));
        assertEquals(
                List.of(0.0, 0.0, 0.0, 0.0, 0.0),
                result.comparisons().get(0).paired().differences());
    }

    @Test
    void aStageThatAppliesChangesTheTraining() {
        ExperimentResult result = experiment.run();

        assertNotEquals(scores(result, "none"), scores(result, "noise"));
        assertEquals(
                List.of("none", "rotate", "noise", "all"),
                result.arms().stream().map(ArmResult::name).toList());
        // Rotating never applies, so all stages together are noise alone: other stages leave its draws as they are.
        assertEquals(scores(result, "noise"), scores(result, "all"));
    }

    @Test
    void workersDoNotShowInTheResults() {
        ExperimentResult one = experiment.run();

        ExperimentResult three = experiment.with("measure.workers", "3").run();

        for (String arm : List.of("none", "rotate", "noise", "all")) {
            assertEquals(scores(one, arm), scores(three, arm), arm);
        }
        assertEquals(one.data(), three.data());
        assertEquals(one.comparisons(), three.comparisons());
    }

    /** 18 test pictures by 2 seeds; their right ones are the last epochs' accuracies. */
    @Test
    void theConfusionMatrixIsThatOfTheLastEpochOverAllSeeds() {
        ArmResult arm = experiment.run().arms().get(2);

        ConfusionMatrix confusion = arm.confusion().orElseThrow();

        assertEquals(18, confusion.images(0));
        assertEquals(18, confusion.images(1));
        double right = arm.runs().stream()
                .mapToDouble(run -> run.test().accuracy() * 18)
                .sum();
        assertEquals(right, confusion.count(0, 0) + confusion.count(1, 1), 1e-9);
    }

    @Test
    void theShowcaseHoldsTrainingImagesOfTheFirstSeed() {
        Showcase showcase = experiment.run().data().showcase();

        assertEquals(List.of("left", "right"), showcase.classes());
        assertEquals(1, showcase.seed());
        assertEquals(
                List.of(0, 1),
                showcase.specimens().stream().map(Specimen::label).toList());
        assertTrue(showcase.specimens().get(0).id().startsWith("train/left/"), showcase.toString());
    }

    @Test
    void testImagesDecideNothing() throws IOException {
        ExperimentResult before = experiment.run();

        experiment.invertTestPictures();
        ExperimentResult after = experiment.run();

        assertNotEquals(scores(before, "noise"), scores(after, "noise"));
        assertEquals(withoutTest(before, "noise"), withoutTest(after, "noise"));
    }

    /** What an arm does not change it shares: an arm that sets what the file says anyway trains like the file. */
    @Test
    void anArmThatSetsWhatTheFileSaysTrainsAlike() {
        ExperimentResult result = experiment
                .with(
                        "measure.arms",
                        "[none, {name: same, stages: [], set: {train.epochs: 3, train.learning_rate: 0.05}},"
                                + " {name: slow, stages: [], set: {train.learning_rate: 0.001}}]")
                .run();

        assertEquals(scores(result, "none"), scores(result, "same"));
        assertNotEquals(scores(result, "none"), scores(result, "slow"));
    }

    @Test
    void armsMayTrainLongerOnMoreImagesAndInAnotherNetwork() {
        ExperimentResult result = experiment
                .with(
                        "measure.arms",
                        "[none, {name: more, stages: [], set: {data.train_size: 20, train.epochs: 5}},"
                                + " {name: wide, stages: [], set: {network.1.dense.units: 9}}]")
                .run();

        assertEquals(3, scores(result, "none").get(0).size());
        assertEquals(5, scores(result, "more").get(0).size());
        assertTrue(result.epochs().isEmpty());
        assertNotEquals(scores(result, "none"), scores(result, "wide"));
        // 20 pictures: every accuracy is a twentieth, and of none's 12 a twelfth.
        assertTrue(result.arms().get(1).runs().stream()
                .allMatch(run -> Math.abs(run.train().accuracy() * 20 % 1) < 1e-9));
    }

    /** The file trains for 3 epochs. */
    @Test
    void asManyCopiesAsEpochsTrainAsFreshDrawsDoAndFewerDoNot() {
        ExperimentResult result = experiment
                .with("measure.arms", "[none, all]")
                .with("measure.sweep", "{train.copies: [1, 3]}")
                .run();

        assertEquals(scores(result, "all"), scores(result, "copies=3"));
        assertNotEquals(scores(result, "all"), scores(result, "copies=1"));
    }

    /** Its accuracies are those of the smallest size without it, to the last bit. */
    @Test
    void aStageThatNeverAppliesIsWorthItsOwnImages() {
        ExperimentResult result = experiment
                .with(
                        "measure.arms",
                        "[none, {name: more, stages: [], set: {data.train_size: 20}}, {name: same, stages: [rotate]}]")
                .with("measure.worth", "{without: [none, more], with: [same]}")
                .run();

        assertEquals(
                List.of(new Bounded(1, Bound.EXACT), new Bounded(1, Bound.EXACT)),
                result.worth().get(0).times().seeds());
    }

    @Test
    void aSweepIsComparedWithItsFirstArm() {
        ExperimentResult result = experiment
                .with("measure", "{seeds: 2, workers: 1, sweep: {train.weight_decay: [0, 0.5]}}")
                .run();

        assertEquals("weight_decay=0", result.baseline().name());
        assertEquals(
                List.of("weight_decay=0.5", "weight_decay=0.5"),
                result.comparisons().stream().map(Comparison::arm).toList());
        assertTrue(result.comparisons().stream().allMatch(c -> c.baseline().equals("weight_decay=0")));
    }

    @Test
    void seedsAreTrainingsOfTheirOwn() {
        List<List<EpochScores>> runs = scores(experiment.run(), "none");

        assertNotEquals(runs.get(0), runs.get(1));
    }

    @Test
    void eachSeedDrawsItsOwnTrainingImagesAndFitsItsOwnNormalisation() {
        ExperimentSettings settings = experiment.settings();

        PreparedData data =
                PreparedData.load(settings.data(), settings.measure().seeds(), List.of(12), OptionalDouble.empty());

        assertEquals(12, data.of(1, 12).images().training().size());
        assertEquals(ids(data.of(1, 12)), ids(data.of(1, 12)));
        assertNotEquals(ids(data.of(1, 12)), ids(data.of(2, 12)));
        assertNotEquals(data.of(1, 12).images().input(), data.of(2, 12).images().input());
        assertTrue(data.summary().drawsParts());
    }

    @Test
    void eachSeedFitsItsOwnWhiteningForAllArms() {
        ExperimentSettings settings =
                experiment.with("data.prepare.whiten", "zca").settings();

        PreparedData data =
                PreparedData.load(settings.data(), settings.measure().seeds(), List.of(12), OptionalDouble.empty());

        assertTrue(data.of(1, 12).images().input().whitening().isPresent());
        assertEquals(data.of(1, 12).images().input(), data.of(1, 12).images().input());
        assertNotEquals(
                data.of(1, 12).images().input().whitening(),
                data.of(2, 12).images().input().whitening());
        assertEquals(scores(experiment.run(), "none"), scores(experiment.run(), "none"));
    }

    /** 16 pictures of each class, a quarter for validation. */
    @Test
    void theDataSummaryCountsEverySplit() {
        DataSummary data = experiment.run().data();

        assertEquals(24, data.pool());
        assertEquals(List.of(12), data.train());
        assertEquals(8, data.validation());
        assertEquals(18, data.test());
        assertEquals("8x8x1", data.image());
        assertEquals(
                List.of("files", "train", "validation", "test"),
                List.copyOf(data.digests().keySet()));
        assertTrue(data.digests().values().stream().allMatch(digest -> digest.matches("[0-9a-f]{64}")));
    }

    @Test
    void digestsFollowTheFiles() throws IOException {
        DataSummary before = experiment.run().data();

        experiment.invertTestPictures();
        DataSummary after = experiment.run().data();

        assertNotEquals(before.digests().get("files"), after.digests().get("files"));
        assertNotEquals(before.digests().get("test"), after.digests().get("test"));
        assertEquals(before.digests().get("train"), after.digests().get("train"));
    }

    @Test
    void epochsAreScoredAsOftenAsAskedAndAtTheEnd() {
        List<EpochScores> epochs = experiment
                .with("measure.score_every", "2")
                .run()
                .arms()
                .get(0)
                .runs()
                .get(0)
                .epochs();

        assertEquals(new EpochScores(1, null, null, null), epochs.get(0));
        for (EpochScores scored : epochs.subList(1, 3)) {
            assertNotNull(scored.train());
            assertNotNull(scored.validation());
            assertNotNull(scored.test());
        }
    }

    @Test
    void withoutValidationImagesThereAreNoValidationScores() {
        ExperimentResult result = experiment.with("data.validation", "0").run();

        assertNull(result.arms().get(0).runs().get(0).figures().validation());
        assertEquals(0, result.data().validation());
    }

    @Test
    void fewerThanFiveSeedsGiveNumbersAndNoVerdict() {
        ExperimentResult result = experiment.run();

        assertEquals(List.of(), result.verdicts());
        assertFalse(result.comparisons().isEmpty());
    }

    @Test
    void progressCountsEveryRunAndEpoch() {
        List<Integer> finished = new ArrayList<>();
        List<Integer> epochs = new ArrayList<>();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void epochFinished(String arm, long seed, EpochScores scores) {
                epochs.add(scores.epoch());
            }

            @Override
            public void runFinished(String arm, RunResult run, int count) {
                finished.add(count);
            }
        };

        assertEquals(
                4, new Experiment(experiment.settings(), listener).run().arms().size());

        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8), finished);
        assertEquals(4 * 2 * 3, epochs.size());
    }

    /** Else a sweep of learning rates with one that is too large would tell nothing of the others. */
    @Test
    void anArmWhoseNumbersEndCountsWithItsFirstWeightsAndTheOthersGoOn() {
        ExperimentResult result = experiment
                .with("train.health", "{every: 1}")
                .with(
                        "measure.arms",
                        "[none, {name: still, stages: [], set: {train.learning_rate: 1e-30}},"
                                + " {name: boom, stages: [], set: {train.learning_rate: 1e30}}]")
                .with("claims", "[{text: It explodes., metric: unhealthy, arm: boom, direction: greater}]")
                .run();

        RunResult boom = arm(result, "boom").runs().get(0);
        assertTrue(
                boom.ended().orElseThrow().startsWith("the loss became "),
                boom.ended().toString());
        assertEquals(
                io.augstream.train.health.Verdict.EXPLODING,
                boom.health().orElseThrow().diagnosis().verdict());
        assertEquals(1, boom.measured(Metric.UNHEALTHY));
        assertEquals(List.of(0), boom.epochs().stream().map(EpochScores::epoch).toList());
        // The first weights, as those are that nothing moved.
        assertEquals(arm(result, "still").runs().get(0).test(), boom.test());
        assertEquals(arm(result, "still").runs().get(0).train(), boom.train());
        assertTrue(arm(result, "none").runs().get(0).ended().isEmpty());
    }

    @Test
    void firstWeightsThatSayNothingOfAnyImageAreAnError() {
        experiment
                .with(
                        "network",
                        "[flatten, {dense: {units: 9, init: {constant: {value: 1e38}}}}, {dense: {units: classes}}]")
                .with("measure.seeds", "[7]");

        ExperimentException failure =
                assertThrows(ExperimentException.class, () -> experiment.run().arms());

        assertTrue(
                String.valueOf(failure.getMessage()).startsWith("arm 'none', seed 7: the loss became "),
                failure.getMessage());
    }

    /** A fault of the program's is nothing that a user could mend: it must reach the top with its trace. */
    @Test
    void anUnforeseenFailureIsNoExperimentExceptionAndNamesItsRun() {
        NullPointerException fault = new NullPointerException("nothing there");
        ProgressListener faulty = new ProgressListener() {
            @Override
            public void epochFinished(String arm, long seed, EpochScores scores) {
                throw fault;
            }
        };
        Experiment broken =
                new Experiment(experiment.with("measure.seeds", "[7]").settings(), faulty);

        RuntimeException failure =
                assertThrows(RuntimeException.class, () -> broken.run().arms());

        assertFalse(failure instanceof ExperimentException, failure.toString());
        assertEquals("arm 'none', seed 7: java.lang.NullPointerException: nothing there", failure.getMessage());
        assertSame(fault, failure.getCause());
    }

    @Test
    void anErrorOfTheMachineIsNotTakenForAFailedTraining() {
        ProgressListener faulty = new ProgressListener() {
            @Override
            public void epochFinished(String arm, long seed, EpochScores scores) {
                throw new StackOverflowError();
            }
        };
        Experiment broken =
                new Experiment(experiment.with("measure.seeds", "[7]").settings(), faulty);

        RuntimeException failure =
                assertThrows(RuntimeException.class, () -> broken.run().arms());

        assertFalse(failure instanceof ExperimentException, failure.toString());
        assertEquals("arm 'none', seed 7: java.lang.StackOverflowError", failure.getMessage());
    }

    @Test
    void anImageThatCannotBeReadStopsBeforeAnyTraining() throws IOException {
        Files.writeString(folder.resolve("data/test/left/3.png"), "no picture");

        RuntimeException failure =
                assertThrows(RuntimeException.class, () -> experiment.run().arms());

        assertFalse(failure instanceof ExperimentException);
        assertTrue(String.valueOf(failure.getMessage()).contains("3.png"), failure.getMessage());
    }

    @Test
    void aSetWithoutTestImagesIsRefused() throws IOException {
        Files.move(folder.resolve("data/test"), folder.resolve("elsewhere"));

        assertThrows(DataException.class, () -> experiment.run().arms());
    }

    @Test
    void aNetworkThatDoesNotFitTheImagesIsASettingsError() {
        experiment.with(
                "network",
                "[{convolution: {channels: 2, kernel_size: 9, padding: 0}}, flatten, {dense: {units: classes}}]");

        assertThrows(SettingsException.class, () -> experiment.run().arms());
    }

    @Test
    void aStageThatChangesTheSizeIsRefusedAtItsLine() {
        experiment.with("stages.rotate.p", "1").with("stages.rotate.expand", "true");

        String refusal = refusal();

        assertTrue(
                refusal.startsWith(
                        "tiny.yaml, line 3: stages[0]: arm 'rotate': stage 'rotate' turns images of 8x8 into "),
                refusal);
    }

    /** One draw in a million: no handful of trials would come upon it, a training might. */
    @Test
    void aStageThatRarelyChangesTheSizeIsRefusedToo() {
        experiment.with("stages.rotate.p", "1e-6").with("stages.rotate.expand", "true");

        assertTrue(refusal().contains("stage 'rotate' turns images of 8x8 into "), refusal());
    }

    /** Nor would a handful of trials come upon one that is rarely chosen. */
    @Test
    void aStageInACombinatorThatIsRarelyChosenIsRefusedByItsPath() {
        experiment.with(
                "stages.0",
                "{one_of: {name: rotate, weights: [1e-6, 1],"
                        + " stages: [{rotate: {degrees: 45, expand: true}}, mirror]}}");

        assertTrue(
                refusal().contains("stages[0]: arm 'rotate': stage 'rotate/rotate' turns images of 8x8 into "),
                refusal());
    }

    @Test
    void aStageMadeForOtherChannelsIsRefusedBeforeAnyTraining() {
        experiment.with("stages.rotate.p", "1").with("stages.rotate.fill", "[1, 2, 3]");

        assertEquals(
                "tiny.yaml, line 3: stages[0]: arm 'rotate': stage 'rotate' does not fit images of 8x8 with 1 channel: fill has 3"
                        + " levels, but the image has 1 channel; give one level, or one a channel",
                refusal());
    }

    @Test
    void aStageThatNeverAppliesMayBeMadeForOtherImages() {
        experiment.with("stages.rotate.fill", "[1, 2, 3]");

        assertEquals(4, experiment.run().arms().size());
    }

    @Test
    void batchesOfOneImageAreRefusedForBatchNormalisation() {
        experiment.with("train.batch", "1").with("network", "[flatten, batch_norm, {dense: {units: classes}}]");

        assertEquals(
                "--set train.batch=1: train.batch: must be at least 2 for a network with batch_norm: one image has no"
                        + " batch statistics",
                refusal());
    }

    private String refusal() {
        ProgressListener untouched = new ProgressListener() {
            @Override
            public void started(DataSummary data, int runs, int kept, long epochs) {
                throw new AssertionError("training was to start");
            }
        };
        Experiment refused = new Experiment(experiment.settings(), untouched);
        return String.valueOf(
                assertThrows(SettingsException.class, () -> refused.run().arms())
                        .getMessage());
    }

    private static List<List<EpochScores>> scores(ExperimentResult result, String arm) {
        return arm(result, arm).runs().stream().map(RunResult::epochs).toList();
    }

    private static List<List<Object>> withoutTest(ExperimentResult result, String arm) {
        return arm(result, arm).runs().stream()
                .flatMap(run -> run.epochs().stream())
                .map(scores -> List.<Object>of(String.valueOf(scores.train()), String.valueOf(scores.validation())))
                .toList();
    }

    private static ArmResult arm(ExperimentResult result, String name) {
        return result.arms().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(SeedData data) {
        return data.images().training().stream().map(Sample::id).toList();
    }
}
