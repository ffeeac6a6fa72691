package io.augstream.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.ImageSize;
import io.augstream.pipeline.DrawKey;
import io.augstream.pipeline.Draws;
import io.augstream.pipeline.Pipeline;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws in words. */
class CaptionTest {
    private static List<String> caption(String stages) {
        Pipeline pipeline = Pipeline.from(Settings.parse("stages: [" + stages + "]", "p.yaml", Path.of("")));
        return Caption.of(pipeline.draw(new ImageSize(40, 30), new DrawKey(1, 0, "a"))).stream()
                .map(phrase -> phrase.replace(Caption.UNBROKEN, ' '))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rotate: {degrees: 12.345} | rotate 12.3°",
                "rotate: {degrees: -0.04567, expand: true} | rotate −0.0457°",
                "rotate: {degrees: 0} | rotate 0°",
                "rotate: {degrees: 120, name: turn_it} | turn it 120°",
                "mirror | mirror",
                "mirror: {axis: vertical} | mirror vertical",
                "noise: {std: 0.05} | noise σ 0.05",
                "noise: {kind: salt_and_pepper, amount: 0.02} | noise amount 0.02",
                "noise: {kind: shot, scale: 0.1} | noise scale 0.1",
                "smooth: {sigma: 1.5} | smooth σ 1.5",
                "smooth: {kind: median, kernel_size: 5} | smooth 5 px",
                "smooth: {kind: motion, length: 5, degrees: 30} | smooth 5 px, 30°",
                "brightness: {factor: 1.25} | brightness ×1.25",
                "gamma: {gamma: 0.8} | gamma 0.8",
                "hue: {shift: 0.1} | hue shift 0.1",
                "posterize: {bits: 3} | posterize 3 bits",
                "solarize: {threshold: 128} | solarize from 128",
                "jpeg: {quality: 50} | jpeg quality 50",
                "equalize | equalize",
                "shift: {pixels: -3} | shift left 3, up 3",
                "affine: {shear: 10, scale: 1.2} | affine shear 10°, scale 1.2",
                "affine: {degrees: 5} | affine 5°",
                "affine: {pixels: 0} | affine",
                "colour_jitter: {brightness: [1.1, 1.1]} | colour jitter brightness ×1.1",
                "pad: {pixels: 6} | pad left 6, top 6, right 6, bottom 6",
                "crop: {size: 40, padding: 5} | crop at 0, −5",
                "random_resized_crop: {size: 8, scale: 1, ratio: 1} | random resized crop 30×30 at 5, 0",
                "perspective: {distortion: 0} | perspective (0 0), (1 0), (1 1), (0 1)",
                "one_of: {name: weather, stages: [{noise: {std: 0.1}}]} | noise σ 0.1",
            })
    void aStageIsToldInAFewWords(String stage, String words) {
        assertEquals(1, caption(stage).size());
        if (stage.startsWith("crop")) {
            assertTrue(
                    caption(stage).get(0).matches("crop at −?\\d, −?\\d"),
                    caption(stage).toString());
        } else {
            assertEquals(List.of(words), caption(stage));
        }
    }

    @Test
    void whatIsPaintedOverIsToldByItsSidesAndCorner() {
        String json = "[{\"stage\":\"erase\",\"operation\":\"erase\",\"left\":-3,\"top\":7,\"width\":9,\"height\":8,"
                + "\"fill\":{\"levels\":[0]}}]";
        assertEquals(
                List.of("erase 9×8 at −3, 7"),
                Caption.of(Draws.parse(json)).stream()
                        .map(phrase -> phrase.replace(Caption.UNBROKEN, ' '))
                        .toList());
    }

    @Test
    void stagesThatDidNotApplyAreLeftOut() {
        assertEquals(List.of("invert"), caption("{mirror: {p: 0}}, invert, {noise: {std: 0.1, p: 0}}"));
        assertEquals(List.of(), caption("{mirror: {p: 0}}"));
    }

    @Test
    void aNumberStaysWithItsNameAtTheEndOfALine() {
        int width = Lettering.LARGE.width("shear 20° · mirror");
        assertEquals(
                List.of("affine 30°,", "shear\u00a020° · mirror"),
                Paragraph.lines(List.of("affine 30°, shear\u00a020°", "mirror"), Lettering.LARGE, width));
    }

    @Test
    void whatNoLineHoldsBreaksWhereItCanAndIsCut() {
        int width = Lettering.LARGE.width("saturation");
        assertEquals(
                List.of("saturation", "×0.6"),
                Paragraph.lines(List.of("saturation\u00a0×0.6"), Lettering.LARGE, width));
        List<String> cut = Paragraph.lines(List.of("incomprehensibilities"), Lettering.LARGE, width);
        assertEquals(1, cut.size());
        assertTrue(cut.get(0).matches("incom.*…"), cut.get(0));
    }
}
