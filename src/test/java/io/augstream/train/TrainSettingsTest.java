package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.nn.ParameterKind;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
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
                  optimizer: sgd
                  learning_rate: 0.1
                  momentum: 0.5
                  weight_decay: {rate: 5e-4, exclude: [bias, norm]}
                  schedule: cosine
                """));
        WeightDecay decay = new WeightDecay(5e-4, Set.of(ParameterKind.BIAS, ParameterKind.NORM));
        assertEquals(new TrainSettings(3, 64, OptimizerKind.SGD, 0.1, 0.5, decay, Schedule.COSINE), settings);
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
                "learning_rate: -1 | pipeline.yaml, line 2: train: learning_rate must be a number above 0, got -1.0",
                "momentum: 1 | pipeline.yaml, line 2: train: momentum must lie in [0, 1), got 1.0",
                "weight_decay: -1 | line 2: train.weight_decay: rate must be a number of at least 0, got -1.0",
                "weight_decay: {rate: 1, exclude: [biases]} | line 2: train.weight_decay.exclude[0]: no such kind of",
                "learning_rte: 1 | line 2: train: unknown key 'learning_rte'; did you mean 'learning_rate'?",
                "optimizer: adm | line 2: train.optimizer: 'adm' is not known",
            })
    void whatIsWrongIsNamedWithItsLine(String line, String message) {
        Section section = section("train:\n  " + line + "\n");
        String actual = String.valueOf(assertThrows(SettingsException.class, () -> TrainSettings.from(section))
                .getMessage());
        assertTrue(actual.contains(message), actual);
    }

    private static Section section(String yaml) {
        return Settings.parse(yaml, "pipeline.yaml", Path.of("/")).root().section("train");
    }
}
