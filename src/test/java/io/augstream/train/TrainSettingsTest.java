package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.nn.ParameterKind;
import io.augstream.nn.SoftmaxCrossEntropy;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.train.health.HealthSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainSettingsTest {
    @Test
    void everySettingIsRead() {
        TrainSettings settings = TrainSettings.from(
                section(
                        """
                train:
                  epochs: 3
                  batch: 64
                  copies: 5
                  mixup: 0.4
                  cutmix: {alpha: 1}
                  label_smoothing: 0.1
                  optimizer: sgd
                  learning_rate: 0.1
                  momentum: 0.5
                  nesterov: true
                  weight_decay: {rate: 5e-4, exclude: [bias, norm]}
                  schedule: cosine
                  warmup_epochs: 0.5
                  health: {every: 5, layers: [0.dense]}
                  threads: 2
                """));
        WeightDecay decay = new WeightDecay(5e-4, Set.of(ParameterKind.BIAS, ParameterKind.NORM));
        assertEquals(
                new TrainSettings(
                        3,
                        64,
                        OptionalInt.of(5),
                        new Mixing(0.4, 1),
                        new SoftmaxCrossEntropy(0.1),
                        new SgdSettings(0.5, true),
                        0.1,
                        Regularization.of(decay),
                        new Cosine(),
                        0.5,
                        GradientClipping.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        FrozenLayers.NONE,
                        Optional.of(new HealthSettings(5, List.of("0.dense"))),
                        OptionalInt.of(2)),
                settings);
    }

    @Test
    void layersAreLookedAtEveryTenthStepUnlessTheFileSaysOtherwise() {
        assertEquals(
                Optional.of(new HealthSettings(10, List.of())),
                TrainSettings.from(section("train: {epochs: 1}\n")).health());
        assertEquals(
                Optional.empty(),
                TrainSettings.from(section("train: {health: false}\n")).health());
        String message = String.valueOf(assertThrows(
                        SettingsException.class, () -> TrainSettings.from(section("train: {health: {every: 0}}\n")))
                .getMessage());
        assertTrue(message.endsWith("every must be at least 1 step, got 0"), message);
    }

    @Test
    void adamIsReadWithItsOwnSettingsAndRate() {
        TrainSettings bare = TrainSettings.from(section("train: {optimizer: adam}\n"));
        assertEquals(new AdamSettings(false, 0.9, 0.999, 1e-8), bare.optimizerSettings());
        assertEquals(0.001, bare.learningRate());
        TrainSettings all =
                TrainSettings.from(section("train: {optimizer: adamw, beta1: 0.8, beta2: 0.99, epsilon: 1e-6}\n"));
        assertEquals(new AdamSettings(true, 0.8, 0.99, 1e-6), all.optimizerSettings());
        assertEquals(OptimizerKind.ADAMW, all.optimizer());
    }

    @Test
    void aBareNumberDecaysEverything() {
        TrainSettings settings = TrainSettings.from(section("train:\n  weight_decay: 5e-4\n"));
        assertEquals(new WeightDecay(5e-4, Set.of()), settings.weightDecay());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs: 0 | pipeline.yaml, line 2: train: epochs must be at least 1, got 0",
                "copies: 0 | pipeline.yaml, line 2: train: copies must be at least 1, got 0",
                "mixup: -0.1 | pipeline.yaml, line 2: train: mixup must be a number of at least 0, got -0.1",
                "cutmix: {alpha: -1} | pipeline.yaml, line 2: train: cutmix must be a number of at least 0, got -1.0",
                "cutmix: {alfa: 1} | line 2: train.cutmix: unknown key 'alfa'; did you mean 'alpha'?",
                "cutmix: true | line 2: train.cutmix: must be a number, got true",
                "learning_rate: -1 | pipeline.yaml, line 2: train: learning_rate must be a number above 0, got -1.0",
                "momentum: 1 | pipeline.yaml, line 2: train: momentum must lie in [0, 1), got 1.0",
                "weight_decay: -1 | line 2: train.weight_decay: rate must be a number of at least 0, got -1.0",
                "weight_decay: {rate: 1, exclude: [biases]} | line 2: train.weight_decay.exclude[0]: no such kind of",
                "learning_rte: 1 | line 2: train: unknown key 'learning_rte'; did you mean 'learning_rate'?",
                "exclude: [bias], weight_decay: 1 | line 2: train.exclude: belongs to a penalty, as in 'weight_decay: {rate:",
                "l1: {rate: 1, decoupled: true} | line 2: train.l1: decoupled is a setting of weight_decay",
                "nesterov: true, momentum: 0 | line 2: train: nesterov needs a momentum above 0",
                "beta1: 0.9 | line 2: train.beta1: the optimizer sgd has no such setting; it has momentum, nesterov",
                "optimizer: adam, momentum: 0.9 | train.momentum: the optimizer adam has no such setting; it has beta1, beta2,",
                "optimizer: adamw, weight_decay: {rate: 1, decoupled: false} | adamw's weight decay is always decoupled",
                "optimizer: adamw, nesterov: true | train.nesterov: the optimizer adamw has no such setting",
                "momentum: 1, schedule: cosine | line 2: train: momentum must lie in [0, 1), got 1.0",
                "optimizer: adam, beta2: 1 | line 2: train: beta2 must lie in [0, 1), got 1.0",
                "optimizer: adam, epsilon: 0 | line 2: train: epsilon must be a number above 1.2e-38, the smallest normal float, got 0.0",
                "label_smoothing: 1 | line 2: train: label_smoothing must lie in [0, 1), got 1.0",
                "loss: mean_squared_error, label_smoothing: 0.1 | train.label_smoothing: belongs to the loss cross_entropy",
                "loss: mse | line 2: train.loss: 'mse' is not known",
                "optimizer: adm | line 2: train.optimizer: 'adm' is not known",
            })
    void whatIsWrongIsNamedWithItsLine(String line, String message) {
        Section section = section("train:\n  {" + line + "}\n");
        String actual = String.valueOf(assertThrows(SettingsException.class, () -> TrainSettings.from(section))
                .getMessage());
        assertTrue(actual.contains(message), actual);
    }

    private static Section section(String yaml) {
        return Settings.parse(yaml, "pipeline.yaml", Path.of("/")).root().section("train");
    }
}
