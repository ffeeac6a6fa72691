package io.augstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Sample;
import io.augstream.lab.statistics.Verdict;
import io.augstream.run.ConfusionMatrix;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Arms of up to nine epochs. No loss falls by 100, so with that as min_delta the first epoch stays the best and a patience of
 * two ends the training after the third.
 */
final class EarlyStoppingArmsTest {
    private static final String ARMS =
            """
            [none,
             {name: back, stages: [], set: {train.early_stopping: {patience: 2, min_delta: 100}}},
             {name: there, stages: [], set: {train.early_stopping: {patience: 2, min_delta: 100, restore_best_weights: false}}},
             {name: real, stages: [noise], set: {train.early_stopping: {monitor: validation_accuracy, patience: 1, start_from_epoch: 1}}},
             {name: patient, stages: [], set: {train.early_stopping: {patience: 99, restore_best_weights: false}}},
             {name: slower, stages: [], set: {train.schedule: {plateau: {patience: 0, min_delta: 100}}}}]
            """;

    private final TinyExperiment experiment;

    EarlyStoppingArmsTest(@TempDir Path folder) throws IOException {
        experiment = new TinyExperiment(folder).with("train.epochs", "9").with("measure.arms", ARMS);
    }

    @Test
    void aRunThatIsStoppedCountsWithTheEpochThatValidationChose() {
        for (RunResult run : arm(experiment.run(), "back").runs()) {
            assertEquals(3, run.epochs().size());
            assertEquals(OptionalInt.of(1), run.chosen());
            assertEquals(run.epochs().get(0), run.figures());
        }
    }

    @Test
    void withoutTheBestWeightsItCountsWithTheLastEpochThatItTrained() {
        for (RunResult run : arm(experiment.run(), "there").runs()) {
            assertEquals(3, run.epochs().size());
            assertEquals(run.epochs().get(2), run.figures());
        }
    }

    @Test
    void untilItStopsItTrainsAsTheOthersDo() {
        ExperimentResult result = experiment.run();

        for (int seed = 0; seed < 2; seed++) {
            List<EpochScores> all = arm(result, "none").runs().get(seed).epochs();
            assertEquals(9, all.size());
            assertEquals(all.subList(0, 3), arm(result, "back").runs().get(seed).epochs());
            assertEquals(
                    all.subList(0, 3), arm(result, "there").runs().get(seed).epochs());
        }
    }

    /** The figures come from the weights that were put back, what the listener hears from those of the epoch itself. */
    @Test
    void theWeightsThatArePutBackScoreAsTheyDidInTheirEpoch() {
        requireFiguresAsHeardInTheirEpoch();
    }

    @Test
    void theAverageOfTheWeightsIsPutBackWhereItIsWhatCounts() {
        experiment.with("train.ema", "{decay: 0.8}");

        requireFiguresAsHeardInTheirEpoch();
    }

    private void requireFiguresAsHeardInTheirEpoch() {
        Map<String, EpochScores> heard = new HashMap<>();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void epochFinished(String arm, long seed, EpochScores scores) {
                heard.put(arm + seed + "/" + scores.epoch(), scores);
            }
        };

        ExperimentResult result = new Experiment(experiment.settings(), listener).run();

        for (ArmResult arm : result.arms()) {
            for (RunResult run : arm.runs()) {
                EpochScores figures = run.figures();
                assertEquals(heard.get(arm.name() + run.seed() + "/" + figures.epoch()), figures, arm.name());
            }
        }
    }

    /** 18 test pictures. */
    @Test
    void theConfusionMatrixIsOfTheWeightsThatTheFiguresAreOf() {
        for (ArmResult arm : experiment.run().arms()) {
            for (RunResult run : arm.runs()) {
                ConfusionMatrix confusion = Objects.requireNonNull(run.confusion());
                assertEquals(18, confusion.images(0) + confusion.images(1));
                int right = confusion.count(0, 0) + confusion.count(1, 1);
                assertEquals(run.test().accuracy(), right / 18.0, 1e-12, arm.name());
            }
        }
    }

    @Test
    void trainingImagesAreScoredInTheEpochThatCountsHoweverSeldomInOthers() {
        ExperimentResult every = experiment.run();

        ExperimentResult seldom = experiment.with("measure.score_every", "100").run();

        for (ArmResult arm : every.arms()) {
            for (int seed = 0; seed < 2; seed++) {
                assertEquals(
                        arm.runs().get(seed).figures(),
                        arm(seldom, arm.name()).runs().get(seed).figures(),
                        arm.name());
            }
        }
    }

    /** To be compared, arms must train on the same images: 2 · (16 − 4) of them, whether they look at the other 8 or not. */
    @Test
    void everyArmTrainsWithoutTheValidationImages() {
        experiment.with("data", "{root: data, validation: 0.25}");
        PreparedData data = PreparedData.load(
                experiment.settings().data(), List.of(1L), Collections.singletonList(null), OptionalDouble.empty());
        List<String> training = ids(data.of(1, null).images().training());
        assertEquals(24, training.size());
        assertEquals(8, data.validation().size());
        assertTrue(Collections.disjoint(training, ids(data.validation())));

        ExperimentResult result = experiment.run();

        assertEquals(List.of(24), result.data().train());
        for (ArmResult arm : result.arms()) {
            for (RunResult run : arm.runs()) {
                double right = run.train().accuracy() * 24;
                assertEquals(Math.rint(right), right, 1e-9, arm.name());
            }
        }
    }

    @Test
    void workersDoNotShowInRunsOfDifferentLength() {
        ExperimentResult one = experiment.run();

        ExperimentResult three = experiment.with("measure.workers", "3").run();

        for (ArmResult arm : one.arms()) {
            for (int seed = 0; seed < 2; seed++) {
                RunResult run = arm.runs().get(seed);
                RunResult other = arm(three, arm.name()).runs().get(seed);
                assertEquals(run.epochs(), other.epochs());
                assertEquals(run.chosen(), other.chosen());
            }
        }
        assertEquals(one.comparisons(), three.comparisons());
    }

    @Test
    void testImagesChooseNoEpoch() throws IOException {
        List<Integer> before = epochs(experiment.run());

        experiment.invertTestPictures();

        assertEquals(before, epochs(experiment.run()));
    }

    @Test
    void anArmThatNeverStopsIsIdenticalUnlessItGoesBack() {
        ExperimentResult result = experiment
                .with("measure.seeds", "5")
                .with(
                        "measure.arms",
                        "[none, {name: patient, stages: [], set: {train.early_stopping: {patience: 99,"
                                + " restore_best_weights: false}}}, {name: back, stages: [], set: {train.early_stopping:"
                                + " {patience: 99, min_delta: 100}}}]")
                .run();

        assertEquals(Verdict.IDENTICAL, result.verdict("patient").orElseThrow().verdict());
        assertNotEquals(Verdict.IDENTICAL, result.verdict("back").orElseThrow().verdict());
        assertEquals(9, arm(result, "back").runs().get(0).epochs().size());
        assertEquals(1, arm(result, "back").runs().get(0).figures().epoch());
    }

    /** The second epoch is the first without progress; the rate falls after it. */
    @Test
    void aPlateauSlowsTheTrainingFromTheThirdEpochOn() {
        ExperimentResult result = experiment.run();

        List<EpochScores> none = arm(result, "none").runs().get(0).epochs();
        List<EpochScores> slower = arm(result, "slower").runs().get(0).epochs();
        assertEquals(none.subList(0, 2), slower.subList(0, 2));
        assertNotEquals(none.get(2), slower.get(2));
        assertEquals(9, slower.size());
    }

    @Test
    void progressKnowsOfTheEpochsThatWillNeverCome() {
        AtomicLong planned = new AtomicLong();
        List<Integer> trained = new ArrayList<>();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void started(DataSummary data, int runs, int kept, long epochs) {
                planned.set(epochs);
            }

            @Override
            public void epochFinished(String arm, long seed, EpochScores scores) {
                trained.add(scores.epoch());
            }

            @Override
            public void stoppedEarly(String arm, long seed, int epochsLeft) {
                planned.addAndGet(-epochsLeft);
            }
        };

        assertEquals(
                6, new Experiment(experiment.settings(), listener).run().arms().size());

        assertEquals(planned.get(), trained.size());
        assertTrue(trained.size() <= 2 * 6 * 9 - 2 * 2 * 6, trained.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"early_stopping: {patience: 1}", "schedule: plateau"})
    void anArmThatDecidesOnAMissingValidationSplitIsRefusedBeforeAnyTraining(String setting) {
        experiment
                .with("data.validation", "0")
                .with("measure.arms", "[none, {name: a, stages: [], set: {train." + setting + "}}]");
        ProgressListener untouched = new ProgressListener() {
            @Override
            public void started(DataSummary data, int runs, int kept, long epochs) {
                throw new AssertionError("training was to start");
            }
        };
        Experiment refused = new Experiment(experiment.settings(), untouched);

        String refusal = String.valueOf(
                assertThrows(SettingsException.class, () -> refused.run().arms())
                        .getMessage());

        String key = setting.substring(0, setting.indexOf(':'));
        assertTrue(
                refusal.endsWith(
                        "train." + key + ": decides on the validation split, and there is none: data.validation"
                                + " above 0 takes one from the training images"),
                refusal);
    }

    private static List<Integer> epochs(ExperimentResult result) {
        return result.arms().stream()
                .flatMap(arm -> arm.runs().stream())
                .flatMap(run -> List.of(run.epochs().size(), run.figures().epoch()).stream())
                .toList();
    }

    private static List<String> ids(List<Sample> samples) {
        return samples.stream().map(Sample::id).toList();
    }

    private static ArmResult arm(ExperimentResult result, String name) {
        return result.arms().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
