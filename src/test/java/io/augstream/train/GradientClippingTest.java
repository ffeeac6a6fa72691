package io.augstream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.nn.Parameter;
import io.augstream.nn.ParameterKind;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientClippingTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** √(2² + 3² + 6²) = 7, over two parameters. */
    private final Parameter first = parameter(2f, -3f);

    private final Parameter second = parameter(6f);

    @Test
    void aGradientTooLongIsShortenedAndKeepsItsDirection() {
        new GradientClipping(3.5, NONE).apply(List.of(first, second));
        assertArrayEquals(new float[] {1f, -1.5f}, first.gradient(), 1e-6f);
        assertArrayEquals(new float[] {3f}, second.gradient(), 1e-6f);
    }

    @Test
    void aGradientOfTheNormOrShorterIsLeftAlone() {
        new GradientClipping(7, NONE).apply(List.of(first, second));
        assertArrayEquals(new float[] {2f, -3f}, first.gradient());
        assertArrayEquals(new float[] {6f}, second.gradient());
    }

    @Test
    void byValueEachNumberIsClampedOnItsOwn() {
        new GradientClipping(NONE, 2.5).apply(List.of(first, second));
        assertArrayEquals(new float[] {2f, -2.5f}, first.gradient());
        assertArrayEquals(new float[] {2.5f}, second.gradient());
    }

    /** Clamped to (1, −1, 1), whose norm is √3. */
    @Test
    void theValueIsClippedBeforeTheNorm() {
        new GradientClipping(1, 1).apply(List.of(first, second));
        float part = (float) (1 / Math.sqrt(3));
        assertArrayEquals(new float[] {part, -part}, first.gradient(), 1e-6f);
        assertArrayEquals(new float[] {part}, second.gradient(), 1e-6f);
    }

    @Test
    void bothAreReadAndNothingIsClippedWithoutThem() {
        assertEquals(
                new GradientClipping(2, 0.5),
                train("{clip_gradient: {norm: 2, value: 0.5}}").clipping());
        assertEquals(
                new GradientClipping(1, 1),
                train("{clip_gradient: {norm: 1, value: 1}}").clipping());
        assertEquals(
                new GradientClipping(2, NONE),
                train("{clip_gradient: {norm: 2}}").clipping());
        assertEquals(GradientClipping.NONE, train("{}").clipping());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{norm: 0} | line 1: train.clip_gradient: norm must be a number above 0, got 0.0",
                "{value: -1} | line 1: train.clip_gradient: value must be a number above 0, got -1.0",
                "{nrm: 1} | train.clip_gradient: 'norm' or 'value' is missing; is 'nrm' meant to be it?",
                "1 | line 1: train.clip_gradient: must be a mapping of keys to values, got",
            })
    void whatIsWrongIsNamed(String setting, String message) {
        String actual =
                String.valueOf(assertThrows(SettingsException.class, () -> train("{clip_gradient: " + setting + "}"))
                        .getMessage());
        assertTrue(actual.contains(message), actual);
    }

    private static TrainSettings train(String yaml) {
        return TrainSettings.from(Settings.parse("train: " + yaml, "pipeline.yaml", Path.of("/"))
                .root()
                .section("train"));
    }

    private static Parameter parameter(float... gradient) {
        return new Parameter("p", ParameterKind.WEIGHT, new float[gradient.length], gradient);
    }
}
