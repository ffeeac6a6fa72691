package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Batch;
import io.augstream.nn.Dense;
import io.augstream.nn.Initializer;
import io.augstream.nn.Network;
import io.augstream.nn.Shape;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected factors are those of PyTorch 1.13's ReduceLROnPlateau with threshold_mode="abs" at a rate of 1. */
class PlateauTest {
    private static final double[] LOSSES = {
        1.0,
        0.9,
        0.9,
        0.895,
        0.95,
        0.91,
        0.8,
        0.8,
        0.8,
        Double.NaN,
        0.8,
        0.8,
        0.8,
        0.8,
        0.8,
        0.795,
        0.5,
        0.6,
        0.6,
        0.6,
        0.6,
        0.6
    };

    @Test
    void itReducesAsPyTorchDoesWithPatienceCooldownAndALeastFactor() {
        assertArrayEquals(
                new double[] {
                    1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.125, 0.125, 0.125, 0.125,
                    0.125, 0.125, 0.1, 0.1, 0.1
                },
                factors(new Plateau(Monitor.VALIDATION_LOSS, 0.5, 2, 0.01, 1, 0.1), LOSSES),
                1e-12);
    }

    @Test
    void withoutPatienceTheFirstBadEpochReduces() {
        assertArrayEquals(
                new double[] {
                    1.0, 1.0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001,
                    0.0001, 0.0001, 0.0001, 0.0001, 1e-05
                },
                factors(new Plateau(Monitor.VALIDATION_LOSS, 0.1, 0, 1e-4, 3, 0), LOSSES),
                1e-12);
    }

    @Test
    void accuracyIsBetterWhenHigher() {
        assertArrayEquals(
                new double[] {1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.2, 0.2},
                factors(
                        new Plateau(Monitor.VALIDATION_ACCURACY, 0.5, 1, 0.02, 0, 0.2),
                        0.1,
                        0.2,
                        0.2,
                        0.3,
                        0.3,
                        0.3,
                        0.3,
                        0.31,
                        0.3,
                        0.3,
                        0.3),
                1e-12);
    }

    /** The labels of the validation images are turned round: training makes their loss worse from the first epoch on. */
    @Test
    void theTrainerTakesItsStepsAtTheReducedRate() {
        float[] pixels = {1, 0, 0, 1};
        MemoryBatches training = new MemoryBatches(List.of(new Batch(pixels, new int[] {0, 1}, 1, 1, 2)));
        MemoryBatches validation = new MemoryBatches(List.of(new Batch(pixels, new int[] {1, 0}, 1, 1, 2)));
        TrainSettings settings =
                train("{epochs: 6, learning_rate: 0.4, schedule: {plateau: {patience: 1, factor: 0.5}}}");
        TrainingOutcome outcome =
                new Trainer(network(), settings, 1).train(training, validation, TrainingListener.NONE);
        double[] rates =
                outcome.epochs().stream().mapToDouble(EpochReport::learningRate).toArray();
        assertArrayEquals(new double[] {0.4, 0.4, 0.4, 0.2, 0.2, 0.1}, rates, 1e-12);
    }

    @Test
    void withoutAValidationSplitThereIsNothingToMonitor() {
        Trainer trainer = new Trainer(network(), train("{schedule: plateau}"), 1);
        MemoryBatches data = new MemoryBatches(List.of(new Batch(new float[2], new int[] {0}, 1, 1, 2)));
        assertEquals(
                "schedule plateau needs a validation split to monitor, and there is none",
                assertThrows(IllegalArgumentException.class, () -> trainer.train(data, TrainingListener.NONE))
                        .getMessage());
    }

    @Test
    void itIsReadWithItsDefaults() {
        assertEquals(
                new Plateau(Monitor.VALIDATION_LOSS, 0.1, 10, 1e-4, 0, 0),
                train("{schedule: plateau}").schedule());
        assertEquals(
                new Plateau(Monitor.VALIDATION_ACCURACY, 0.2, 3, 0.001, 2, 0.05),
                train("{schedule: {plateau: {monitor: validation_accuracy, factor: 0.2, patience: 3, min_delta: 0.001,"
                                + " cooldown: 2, min_factor: 0.05}}}")
                        .schedule());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "factor: 1 | factor must lie in (0, 1), got 1.0",
                "patience: -1 | patience must be at least 0, got -1",
                "cooldown: -1 | cooldown must be at least 0, got -1",
                "min_delta: -1 | min_delta must be a number of at least 0, got -1.0",
                "min_factor: 1 | min_factor must lie in [0, 1), got 1.0",
                "monitor: test_loss | 'test_loss' would decide on the test split",
            })
    void whatIsWrongIsNamed(String setting, String message) {
        String actual = String.valueOf(
                assertThrows(SettingsException.class, () -> train("{schedule: {plateau: {" + setting + "}}}"))
                        .getMessage());
        assertTrue(actual.contains(message), actual);
    }

    private static double[] factors(Plateau plateau, double... scores) {
        RateReduction reduction = new RateReduction(plateau);
        boolean loss = plateau.monitor() == Monitor.VALIDATION_LOSS;
        return Arrays.stream(scores)
                .map(score -> {
                    reduction.take(loss ? new Score(0.5, score) : new Score(score, 1));
                    return reduction.factor();
                })
                .toArray();
    }

    private static Network network() {
        return Network.create(List.of(new Dense(2, true, Initializer.HE_NORMAL)), Shape.vector(2), 1);
    }

    private static TrainSettings train(String yaml) {
        return TrainSettings.from(Settings.parse("train: " + yaml, "pipeline.yaml", Path.of("/"))
                .root()
                .section("train"));
    }
}
