package io.augstream.dataset;

import static io.augstream.image.DrawnPictures.filled;
import static io.augstream.image.DrawnPictures.pixel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSettingsTest {
    private static DataSettings parse(String data) {
        return DataSettings.from(Settings.parse("data: {" + data + "}", "test.yaml", Path.of("/anywhere/pipelines")));
    }

    @Test
    void whatTheFileLeavesOutHasDefaults() {
        DataSettings settings = parse("root: ../samples");
        assertEquals(Path.of("/anywhere/samples"), settings.root());
        assertEquals(null, settings.format());
        assertEquals(0.1, settings.validation());
        assertEquals(null, settings.trainSize());
        assertEquals(Preparation.NONE, settings.preparation());
        assertEquals(new NormalisationChoice.Fitted(), settings.normalisation());
        assertEquals(new WhiteningChoice.None(), settings.whitening());
        assertEquals(
                new WhiteningChoice.Zca(0.1),
                parse("root: a, prepare: {whiten: zca}").whitening());
    }

    @Test
    void everySettingIsBound() {
        DataSettings settings = parse("root: /data, format: webdataset, validation: 0.2, train_size: 250, "
                + "prepare: {resize: 32, crop: {width: 28, height: 24}, channels: 1, whiten: {zca: {epsilon: 0.01}}, "
                + "normalise: {mean: [0.5], std: [0.25]}}");
        assertEquals(
                new DataSettings(
                        Path.of("/data"),
                        Format.WEBDATASET,
                        0.2,
                        250,
                        new Preparation(ImageSize.square(32), new ImageSize(28, 24), 1),
                        new NormalisationChoice.Given(new Normalisation(List.of(0.5), List.of(0.25))),
                        new WhiteningChoice.Zca(0.01)),
                settings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "root: a, validation: 1 | validation must lie in [0, 1), got 1.0",
                "root: a, train_size: 0 | train_size must be at least 1, got 0",
                "root: a, format: idxx | data.format: 'idxx' is not known; did you mean 'idx'?",
                "root: a, prepare: {resize: 0} | data.prepare.resize: each side must lie in [1, 65535], got 0 x 0",
                "root: a, prepare: {crop: 65536} | data.prepare.crop: each side must lie in [1, 65535], got 65536 x 65536",
                "root: a, prepare: {crop: {width: 3}} | data.prepare.crop: 'height' is missing",
                "root: a, prepare: {channels: 2} | channels must be 1, 3 or 4, got 2",
                "root: a, prepare: {resize: 8, crop: 9} | crop must fit into resize 8x8, got 9x9",
                "root: a, prepare: {normalise: maybe} | must be true, false or {mean: [..], std: [..]}",
                "root: a, prepare: {normalise: {mean: [128], std: [1]}} | mean must lie in [0, 1], a fraction of full scale",
                "root: a, prepare: {normalise: {mean: [0.5], std: [0]}} | std must lie in (0, 1], a fraction of full scale",
                "root: a, prepare: {whiten: true} | data.prepare.whiten: must be false, zca or {zca: {epsilon: 0.1}}",
                "root: a, prepare: {whiten: zcb} | data.prepare.whiten: no such whitening: 'zcb'; did you mean 'zca'?",
                "root: a, prepare: {whiten: {zca: {epsilon: 0}}} | data.prepare.whiten.zca: epsilon must be a number above 0, got 0.0",
                "root: a, prepare: {whiten: {zca: {eps: 1}}} | data.prepare.whiten.zca: unknown key 'eps'",
                "root: a, prepare: {resise: 8} | unknown key 'resise'; did you mean 'resize'?",
                "train_size: 5 | 'root' is missing"
            })
    void wrongValuesAreRefusedWithTheirPlace(String data, String problem) {
        String message = String.valueOf(
                assertThrows(SettingsException.class, () -> parse(data)).getMessage());
        assertTrue(message.startsWith("test.yaml, line 1: data"), message);
        assertTrue(message.contains(problem), message);
    }

    @Test
    void preparationResizesCropsAndConvertsInThisOrder() {
        Preparation preparation = new Preparation(new ImageSize(8, 6), ImageSize.square(4), 1);
        Image prepared = preparation.apply(filled(20, 30, 90, 90, 90));
        assertEquals(ImageSize.square(4), prepared.size());
        assertEquals(1, prepared.channels());
        assertEquals(90, prepared.sample(2, 2, 0), 1);
    }

    @Test
    void aCropLargerThanAnImageNamesTheSample() {
        Sample sample = TestSets.sample("train/a/1.png", 0, filled(3, 4, 1));
        Preparation preparation = new Preparation(null, ImageSize.square(4), null);
        assertEquals(
                "train/a/1.png: crop 4x4 is larger than the image 3x4; data.prepare.resize would scale it first",
                TestSets.refusal(() -> preparation.read(sample)));
    }

    @Test
    void imagesOfDifferentShapesAreNamedWithTheRemedy() {
        ImageShape shape = ImageShape.of(filled(3, 4, 1));
        shape.require("train/1", filled(3, 4, 2));
        assertEquals(
                "train/2: an image of 1x1 in a set of 3x4; data.prepare.resize would make them alike",
                TestSets.refusal(() -> shape.require("train/2", pixel(1))));
        assertEquals(
                "train/3: an image with 3 channels in a set with 1; data.prepare.channels would make them alike",
                TestSets.refusal(() -> shape.require("train/3", filled(3, 4, 1, 2, 3))));
    }

    @Test
    void givenNumbersMustFitTheImages() {
        NormalisationChoice given = parse("root: a, prepare: {normalise: {mean: [0.5], std: [0.5]}}")
                .normalisation();
        assertEquals(
                "data.prepare.normalise: 1 mean given, but the number of channels of the images is 3",
                TestSets.refusal(() -> given.on(List.of(pixel(1, 2, 3)))));
    }

    @Test
    void normaliseFalseOnlyScales() {
        NormalisationChoice choice =
                parse("root: a, prepare: {normalise: false}").normalisation();
        assertEquals(Normalisation.scaleOnly(3), choice.on(List.of(pixel(1, 2, 3))));
    }
}
