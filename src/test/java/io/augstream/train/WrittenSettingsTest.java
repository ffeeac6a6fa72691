package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.augstream.settings.Json;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{epochs: 7, batch: 9, momentum: 0.8, nesterov: true, schedule: cosine, warmup_epochs: 1.5}",
                "{optimizer: adam, beta1: 0.8, beta2: 0.9, epsilon: 1e-5, schedule: {step: {every: 3, factor: 0.5}}}",
                "{optimizer: adamw, schedule: {one_cycle: {rise: 0.2, start: 0.1, end: 0.01}}, max_norm: 2}",
                "{weight_decay: {rate: 0.1, exclude: [norm, bias]}, l1: 0.2, clip_gradient: {value: 3}}",
                "{elastic_net: {rate: 0.1, exclude: [bias]}, clip_gradient: {norm: 2, value: 3}}",
                "{weight_decay: {rate: 0.1, decoupled: true}}",
                "{threads: 2}",
                "{copies: 3}",
                "{mixup: 0.2}",
                "{cutmix: {alpha: 0.7}}",
                "{mixup: {}, cutmix: 1}",
                "{label_smoothing: 0.1}",
                "{loss: mean_squared_error}",
                "{early_stopping: {monitor: validation_accuracy, patience: 2, min_delta: 0.1, start_from_epoch: 3}}",
            })
    void whatIsWrittenIsReadAsTheSame(String yaml) {
        TrainSettings settings = train(yaml);
        assertEquals(settings, train(Json.line(settings.resolved())));
    }

    private static TrainSettings train(String yaml) {
        return TrainSettings.from(Settings.parse("train: " + yaml, "pipeline.yaml", Path.of("/"))
                .root()
                .section("train"));
    }
}
