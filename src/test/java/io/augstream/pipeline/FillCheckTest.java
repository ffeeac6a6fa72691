package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fill that an image has no channels for is found whatever is drawn. */
class FillCheckTest {
    private static void require(String stage, int channels) {
        Pipeline.from(Settings.parse("stages: [" + stage + "]", "p.yaml", Path.of("")))
                .requireFittingFills(StageContractTest.picture(20, 20, channels), "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "affine: {degrees: 5, ",
                "centre_crop: {size: 30, ",
                "crop: {padding: 4, ",
                "elastic: {alpha: 3, sigma: 2, ",
                "erase: {size: 3, ",
                "pad: {pixels: 1, ",
                "pad: {size: 30, ",
                "perspective: {distortion: 0.5, ",
                "rotate: {degrees: 5, ",
                "scale: {factor: 1.1, ",
                "shear: {degrees: 5, ",
                "shift: {pixels: 2, ",
                "rand_augment: {",
                "trivial_augment_wide: {"
            })
    void everyStageThatFillsIsLookedAt(String stage) {
        String seldom = stage + "p: 0.000001, fill: [1, 2, 3]}";
        assertDoesNotThrow(() -> require(seldom, 3));
        for (int channels : new int[] {1, 4}) {
            String message = String.valueOf(assertThrows(SettingsException.class, () -> require(seldom, channels))
                    .getMessage());
            String has = channels == 1 ? "1 channel" : "4 channels";
            assertEquals(
                    ", image 'a': fill has 3 levels, but the image has " + has + "; give one level, or one a channel",
                    message.substring(message.indexOf(", image")));
        }
    }

    @Test
    void whatNeverAppliesMayHaveAnyFill() {
        assertDoesNotThrow(() -> require("rotate: {degrees: 5, p: 0, fill: [1, 2, 3]}", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one_of: {weights: [1, 0], ", "some_of: {count: 0, "})
    void whatIsNeverChosenMayHaveAnyFill(String combinator) {
        assertDoesNotThrow(() -> require(combinator + "stages: [mirror, {shift: {pixels: 1, fill: [1, 2, 3]}}]}", 1));
    }

    @Test
    void aStageWhoseImageIsMadeLargerBeforeItIsNoMisfit() {
        assertDoesNotThrow(() -> require("{resize: {size: 60}}, {crop: {size: 50}}", 1));
    }
}
