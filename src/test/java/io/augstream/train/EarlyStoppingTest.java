package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.nn.BatchNorm;
import io.augstream.nn.Dense;
import io.augstream.nn.Initializer;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyStoppingTest {
    private final Network network =
            Network.create(List.of(new BatchNorm(), new Dense(2, true, Initializer.HE_NORMAL)), Shape.vector(2), 1);
    private final float[] weights = network.parameters().get(2).value();
    private final float[] means = network.statistics().get(0).value();

    @Test
    void stopsAfterSoManyEpochsWithoutImprovementAndRestoresTheBest() {
        Stopper stopper = new Stopper(stopping(Monitor.VALIDATION_LOSS, 2, 0, true, 0), network);
        assertEquals(5, stoppedAfter(stopper, 0.9, 0.5, 0.6, 0.4, 0.4, 0.7, 0.1));
        assertEquals(3, stopper.bestEpoch(5));
        stopper.finish();
        assertEquals(3f, weights[0]);
        assertEquals(3f, means[0]);
    }

    @Test
    void theLastWeightsStayWhereTheBestAreNotWanted() {
        Stopper stopper = new Stopper(stopping(Monitor.VALIDATION_LOSS, 1, 0, false, 0), network);
        assertEquals(2, stoppedAfter(stopper, 0.9, 0.5, 0.6));
        assertEquals(1, stopper.bestEpoch(2));
        stopper.finish();
        assertEquals(2f, weights[0]);
    }

    @Test
    void aGainOfMinDeltaOrLessIsNone() {
        Stopper stopper = new Stopper(stopping(Monitor.VALIDATION_LOSS, 2, 0.25, true, 0), network);
        assertEquals(2, stoppedAfter(stopper, 1.0, 0.75, 0.8));
        assertEquals(0, stopper.bestEpoch(2));
    }

    @Test
    void accuracyIsBetterWhenHigher() {
        Stopper stopper = new Stopper(stopping(Monitor.VALIDATION_ACCURACY, 1, 0, true, 0), network);
        assertTrue(stopper.takes(0, new Score(0.5, 1)));
        assertTrue(stopper.takes(1, new Score(0.6, 2)));
        assertFalse(stopper.takes(2, new Score(0.6, 0)));
        assertTrue(stopper.isSpent());
        assertEquals(1, stopper.bestEpoch(2));
    }

    @Test
    void theEpochsBeforeTheStartAreNotLookedAt() {
        Stopper stopper = new Stopper(stopping(Monitor.VALIDATION_LOSS, 1, 0, true, 2), network);
        assertEquals(4, stoppedAfter(stopper, 0.1, 0.2, 0.9, 0.8, 0.85));
        assertEquals(3, stopper.bestEpoch(4));
    }

    @Test
    void aLossThatIsNoNumberIsNeverTheBest() {
        Stopper stopper = new Stopper(stopping(Monitor.VALIDATION_LOSS, 3, 0, true, 0), network);
        assertEquals(4, stoppedAfter(stopper, Double.NaN, 0.5, Double.NaN, 0.6, 0.5));
        assertEquals(1, stopper.bestEpoch(4));
    }

    /** The validation labels are the training labels turned round, so the validation loss is lowest at the start. */
    @Test
    void theTrainerStopsAndGoesBackToItsBestEpoch() {
        MemoryBatches training = batches(0, 1);
        MemoryBatches validation = batches(1, 0);
        List<Score> scores = new ArrayList<>();
        TrainingOutcome outcome = trainer("{epochs: 50, learning_rate: 0.1, early_stopping: {patience: 3}}")
                .train(training, validation, report -> scores.add(Scorer.score(network, validation)));
        assertEquals(StopReason.NO_IMPROVEMENT, outcome.reason());
        assertEquals(0, outcome.bestEpoch());
        assertEquals(4, outcome.epochs().size());
        assertEquals(
                scores, outcome.epochs().stream().map(EpochReport::validation).toList());
        assertEquals(scores.get(0), Scorer.score(network, validation));
    }

    @Test
    void withoutEarlyStoppingAllEpochsAreDoneAndTheLastCounts() {
        TrainingOutcome outcome = trainer("{epochs: 3}").train(batches(0, 1), TrainingListener.NONE);
        assertEquals(StopReason.ALL_EPOCHS, outcome.reason());
        assertEquals(2, outcome.bestEpoch());
        assertNull(outcome.epochs().get(2).validation());
    }

    @Test
    void withoutAValidationSplitThereIsNothingToMonitor() {
        Trainer trainer = trainer("{early_stopping: {patience: 3}}");
        MemoryBatches training = batches(0, 1);
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> trainer.train(training, TrainingListener.NONE))
                        .getMessage());
        assertEquals("early_stopping needs a validation split to monitor, and there is none", message);
    }

    @Test
    void itIsReadWithItsDefaults() {
        assertEquals(
                Optional.of(stopping(Monitor.VALIDATION_LOSS, 5, 0, true, 0)),
                train("{early_stopping: {patience: 5}}").earlyStopping());
        assertEquals(Optional.empty(), train("{}").earlyStopping());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "monitor: test_accuracy | line 1: train.early_stopping.monitor: 'test_accuracy' would decide on the test",
                "monitor: test_loss | line 1: train.early_stopping.monitor: 'test_loss' would decide on the test split",
                "monitor: validation_los | 'validation_los' is not known; did you mean 'validation_loss'?",
                "patience: 0 | line 1: train.early_stopping: patience must be at least 1, got 0",
                "min_delta: -1, patience: 1 | train.early_stopping: min_delta must be a number of at least 0, got -1.0",
                "start_from_epoch: 20, patience: 1 | train: early_stopping must start before the last epoch, got",
                "monitor: validation_loss | train.early_stopping: 'patience' is missing",
            })
    void whatIsWrongIsNamed(String setting, String message) {
        String actual =
                String.valueOf(assertThrows(SettingsException.class, () -> train("{early_stopping: {" + setting + "}}"))
                        .getMessage());
        assertTrue(actual.contains(message), actual);
    }

    /** The weights and the running means stand at the number of the epoch. */
    private int stoppedAfter(Stopper stopper, double... losses) {
        for (int epoch = 0; epoch < losses.length; epoch++) {
            weights[0] = epoch;
            means[0] = epoch;
            boolean best = stopper.takes(epoch, new Score(0.5, losses[epoch]));
            assertEquals(best, stopper.bestEpoch(-1) == epoch);
            if (stopper.isSpent()) {
                return epoch;
            }
        }
        return losses.length;
    }

    private Trainer trainer(String yaml) {
        return new Trainer(network, train(yaml), 1);
    }

    private static EarlyStopping stopping(Monitor monitor, int patience, double minDelta, boolean restore, int start) {
        return new EarlyStopping(monitor, patience, minDelta, restore, start);
    }

    private static MemoryBatches batches(int first, int second) {
        return new MemoryBatches(List.of(
                new Batch(new float[] {1, 0, 0, 1, 2, 0, 0, 2}, new int[] {first, second, first, second}, 1, 1, 2)));
    }

    private static TrainSettings train(String yaml) {
        return TrainSettings.from(Settings.parse("train: " + yaml, "pipeline.yaml", Path.of("/"))
                .root()
                .section("train"));
    }
}
