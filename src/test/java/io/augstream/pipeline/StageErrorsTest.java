package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wrong stage says: one line with file, line, setting, what was wrong and what is allowed. */
class StageErrorsTest {
    private static String messageOf(String yaml) {
        Settings settings = Settings.parse(yaml, "p.yaml", Path.of(""));
        SettingsException error = assertThrows(SettingsException.class, () -> {
            Pipeline unused = Pipeline.from(settings);
        });
        return String.valueOf(error.getMessage());
    }

    private static String everyKind() {
        return String.join(", ", StageCatalog.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rotat: {degrees: 5} | .rotat: no stage is called 'rotat'; did you mean 'rotate'?;"
                        + " allowed: EVERY_KIND",
                "blur: {} | .blur: no stage is called 'blur'; allowed: EVERY_KIND",
                "color_jitter: {} | .color_jitter: no stage is called 'color_jitter'; did you mean 'colour_jitter'?;"
                        + " allowed: EVERY_KIND",
                "smooth: {sigma: -1} | .smooth: sigma must lie in [0, 100] pixels, got -1",
                "smooth: {sigma: [-1, 2]} | .smooth: sigma must lie in [0, 100] pixels, got -1",
                "smooth: {sigma: [2, 1]} | .smooth.sigma: a range goes from its lower to its upper end, got [2.0, 1.0]",
                "smooth: {sigma: [1, 2, 3]} | .smooth.sigma: must be a number or a list of two, [lower, upper],"
                        + " got a list of 3",
                "smooth: {sigma: .nan} | .smooth.sigma: must be a number or a list of two, [lower, upper], got '.nan'",
                "smooth: {sigma: 1e999} | .smooth: sigma must lie in [0, 100] pixels, got 1e999",
                "rotate: {degrees: [-1e999, 5]} | .rotate: degrees must lie in [-360, 360], got -1e999",
                "smooth: {sigma: wide} | .smooth.sigma: must be a number or a list of two, [lower, upper], got 'wide'",
                "smooth: {sigma: [1, wide]} | .smooth.sigma[1]: must be a number, got 'wide'",
                "smooth: {kernel_size: 4} | .smooth: kernel_size must be odd, so that it has a centre, got 4",
                "smooth: {kind: box, kernel_size: 4} | .smooth: kernel_size must be odd, so that it has a centre, got 4",
                "smooth: {kind: median, kernel_size: 4} | .smooth: kernel_size must be odd, so that it has a centre,"
                        + " got 4",
                "smooth: {sigma: 1, kernel_size: 4} | .smooth: kernel_size must be odd, so that it has a centre, got 4",
                "smooth: {kernel_size: -3} | .smooth: kernel_size must lie in [1, 999], got -3",
                "smooth: {kernel_size: 3.5} | .smooth.kernel_size: must be a whole number, got 3.5",
                "smooth: {} | .smooth: 'sigma' or 'kernel_size' is missing",
                "smooth: {kind: box} | .smooth: 'kernel_size' is missing",
                "smooth: {kind: box, sigma: 2, kernel_size: 3} | .smooth: unknown key 'sigma';"
                        + " allowed: name, p, kind, border, kernel_size",
                "smooth: {kind: motion, length: 0} | .smooth: length must lie in [1, 999] pixels, got 0",
                "smooth: {kind: gausian, sigma: 1} | .smooth.kind: 'gausian' is not known; did you mean 'gaussian'?;"
                        + " allowed: gaussian, box, median, motion",
                "rotate: {degrees: 400} | .rotate: degrees must lie in [-360, 360], got 400",
                "rotate: {degrees: [-15, 360.5]} | .rotate: degrees must lie in [-360, 360], got 360.5",
                "rotate: {degree: 5} | .rotate: 'degrees' is missing; is 'degree' meant to be it?",
                "rotate: {degrees: 5, bordr: wrap} | .rotate: unknown key 'bordr'; did you mean 'border'?;"
                        + " allowed: name, p, degrees, interpolation, border, fill, expand",
                "rotate: {degrees: 5, border: reflect} | .rotate.border: 'reflect' means two things:"
                        + " write 'reflect101' (the edge pixel is not repeated) or 'symmetric' (it is repeated)",
                "rotate: {degrees: 5, border: mirror} | .rotate.border: 'mirror' is not known;"
                        + " allowed: constant, replicate, reflect101, symmetric, wrap",
                "rotate: {degrees: 5, interpolation: cubic} | .rotate.interpolation: 'cubic' is not known;"
                        + " did you mean 'bicubic'?; allowed: nearest, bilinear, bicubic",
                "rotate: {degrees: 5, fill: 256} | .rotate: fill must lie in [0, 255], got 256",
                "rotate: {degrees: 5, fill: [0, -1, 0]} | .rotate: fill must lie in [0, 255], got -1",
                "rotate: {degrees: 5, fill: [1, 2, 3, 4, 5]} | .rotate:"
                        + " fill must be one level or a list of one a channel (1, 3 or 4), got 5 levels",
                "rotate: {degrees: 5, fill: [1, 2]} | .rotate:"
                        + " fill must be one level or a list of one a channel (1, 3 or 4), got 2 levels",
                "rotate: {degrees: 5, expand: maybe} | .rotate.expand: must be true or false, got 'maybe'",
                "rotate: 5 | .rotate: must be a mapping of keys to values, got 5",
                "rotate_and_crop: {degrees: 5, size: {width: 5}} | .rotate_and_crop.size: 'height' is missing",
                "rotate_and_crop: {degrees: 5, size: 0} | .rotate_and_crop.size:"
                        + " each side must lie in [1, 65535], got 0 x 0",
                "rotate_and_crop: {degrees: 5, size: {width: 8, height: 65536}} | .rotate_and_crop.size:"
                        + " each side must lie in [1, 65535], got 8 x 65536",
                "affine: {} | .affine: 'degrees' or 'shear', 'shear_y', 'scale', 'aspect' or 'pixels' is missing",
                "affine: {shear: [-90, 5]} | .affine: shear must lie in [-85, 85] degrees, got -90",
                "affine: {shear_y: [-5, 90]} | .affine: shear_y must lie in [-85, 85] degrees, got 90",
                "affine: {scale: 0} | .affine: scale must lie in [0.01, 100], got 0",
                "affine: {aspect: [1, 200]} | .affine: aspect must lie in [0.01, 100], got 200",
                "affine: {pixels: 1e6} | .affine: pixels must lie in [-65535, 65535], got 1000000",
                "affine: {degrees: 5, shift: 2} | .affine: unknown key 'shift'; allowed: name, p, degrees, shear,"
                        + " shear_y, scale, aspect, pixels, interpolation, border, fill",
                "resize: {} | .resize: 'size' is missing",
                "resize: {size: 0} | .resize.size: each side must lie in [1, 65535], got 0 x 0",
                "resize: {size: [8, 9]} | .resize.size: must be a whole number, got a list",
                "resize: {size: 8, interpolation: cubic} | .resize.interpolation: 'cubic' is not known; did you mean"
                        + " 'bicubic'?; allowed: nearest, bilinear, area, bicubic, lanczos",
                "resize: {size: 8, antialias: 2} | .resize.antialias: must be true or false, got 2",
                "pad: {} | .pad: 'pixels' or 'size' is missing",
                "pad: {pixels: -1} | .pad: pixels must lie in [0, 65535] on each side, got -1",
                "pad: {pixels: {left: 70000}} | .pad.pixels: pixels must lie in [0, 65535] on each side, got 70000",
                "pad: {pixels: {}} | .pad.pixels: 'left' or 'top', 'right' or 'bottom' is missing",
                "pad: {pixels: {leftt: 7}} | .pad.pixels: unknown key 'leftt'; did you mean 'left'?;"
                        + " allowed: left, top, right, bottom",
                "pad: {pixels: [1, 2]} | .pad.pixels: must be a whole number, got a list",
                "pad: {pixels: 1, size: 9} | .pad.pixels: tells how much is added, and 'size' up to what: give one of"
                        + " them",
                "centre_crop: {} | .centre_crop: 'size' is missing",
                "centre_crop: {size: 8, border: reflect} | .centre_crop.border: 'reflect' means two things:"
                        + " write 'reflect101' (the edge pixel is not repeated) or 'symmetric' (it is repeated)",
                "random_resized_crop: {scale: [0.08, 2]} | .random_resized_crop: scale must lie in [0, 1], got 2.0",
                "random_resized_crop: {ratio: 0} | .random_resized_crop: ratio must lie in [0.01, 100], got 0.0",
                "random_resized_crop: {size: 8, interpolation: box} | .random_resized_crop.interpolation: 'box' is not"
                        + " known; allowed: nearest, bilinear, area, bicubic, lanczos",
                "perspective: {} | .perspective: 'distortion' is missing",
                "perspective: {distortion: [0.1, 1.5]} | .perspective: distortion must lie in [0, 1], got 1.5",
                "scale: {} | .scale: 'factor' is missing",
                "scale: {factor: [0, 2]} | .scale: factor must lie in [0.01, 100], got 0",
                "shear: {degrees: 90} | .shear: degrees must lie in [-85, 85], got 90",
                "shear: {degrees: 5, axis: x} | .shear.axis: 'x' is not known; allowed: horizontal, vertical",
                "elastic: {sigma: 4} | .elastic: 'alpha' is missing; given: sigma",
                "elastic: {alpha: 34} | .elastic: 'sigma' is missing",
                "elastic: {alpha: -34, sigma: 4} | .elastic: alpha must lie in [0, 65535] pixels, got -34",
                "elastic: {alpha: 34, sigma: [4, 400]} | .elastic: sigma must lie in [0, 100] pixels, got 400",
                "brightness: {} | .brightness: 'factor' is missing",
                "contrast: {factor: -1} | .contrast: factor must lie in [0, 100], got -1",
                "sharpness: {factor: [1, 200]} | .sharpness: factor must lie in [0, 100], got 200",
                "hue: {shift: [0, 0.6]} | .hue: shift must lie in [-0.5, 0.5] turns, got 0.6",
                "gamma: {gamma: -2} | .gamma: gamma must lie in [0, 100], got -2",
                "solarize: {threshold: 256} | .solarize: threshold must lie in [0, 255], got 256",
                "posterize: {bits: 0} | .posterize: bits must lie in [1, 8], got 0",
                "posterize: {bits: [2.5, 4]} | .posterize.bits[0]: must be a whole number, got 2.5",
                "jpeg: {quality: [50, 101]} | .jpeg: quality must lie in [1, 100], got 101",
                "invert: {factor: 2} | .invert: unknown key 'factor'; allowed: name, p",
                "colour_jitter: {} | .colour_jitter: 'brightness' or 'contrast', 'saturation' or 'hue' is missing",
                "colour_jitter: {hue: [-1, 1]} | .colour_jitter: hue must lie in [-0.5, 0.5] turns, got -1",
                "colour_jitter: {contrast: [-1, 1]} | .colour_jitter: contrast must lie in [0, 100], got -1",
                "colour_jitter: {brightness: 0.4} | .colour_jitter.brightness: must be [lower, upper]: a number alone is taken"
                        + " as it is in other stages, but as the distance from 1, which changes nothing, in torchvision's"
                        + " ColorJitter",
                "shift: {pixels: 1e12} | .shift: pixels must lie in [-65535, 65535], got 1.0E12",
                "shift: {pixels: 1.5} | .shift.pixels: must be a whole number, got 1.5",
                "posterize: {bits: 1e12} | .posterize: bits must lie in [1, 8], got 1.0E12",
                "jpeg: {quality: [50, 1e12]} | .jpeg: quality must lie in [1, 100], got 1.0E12",
                "crop: {} | .crop: 'size' or 'padding' is missing",
                "crop: {padding: -4} | .crop: padding must lie in [0, 65535] pixels, got -4",
                "crop: {padding: 1.5} | .crop.padding: must be a whole number, got 1.5",
                "crop: {size: 0} | .crop.size: each side must lie in [1, 65535], got 0 x 0",
                "mirror: {axis: diagonal} | .mirror.axis: 'diagonal' is not known; allowed: horizontal, vertical",
                "mirror: {p: 1.5} | .mirror: p must lie in [0, 1], got 1.5",
                "mirror: {p: -0.1} | .mirror: p must lie in [0, 1], got -0.1",
                "mirror: {name: ' '} | .mirror: name must start with a letter, a digit or '_' and hold at most 100"
                        + " letters, digits, '_', '.', '+', '-' and spaces, got ' '",
                "noise: {std: 25} | .noise: std must lie in [0, 1], as a fraction of full scale, got 25",
                "noise: {} | .noise: 'std' is missing",
                "noise: {kind: salt_and_pepper, amount: 2} | .noise: amount must lie in [0, 1], got 2",
                "noise: {kind: salt_and_pepper, amount: 0.1, salt_share: 2} | .noise:"
                        + " salt_share must lie in [0, 1], got 2",
                "noise: {kind: shot, scale: -1} | .noise: scale must lie in [0, 1], as a fraction of full scale, got -1",
                "noise: {kind: uniform, width: 2} | .noise: width must lie in [0, 1], as a fraction of full scale, got 2",
            })
    void saysWhatIsWrongAndWhatIsAllowed(String item, String problem) {
        assertEquals(
                "p.yaml, line 2: stages[0]" + problem.replace("EVERY_KIND", everyKind()),
                messageOf("stages:\n  - " + item + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one_of: {stages: [mirror], weights: [1, 2]} | .one_of: weights must be as many as stages, got 2 for 1",
                "one_of: {stages: [mirror], weights: [-1]} | .one_of: weights must be 0 or more, got -1.0",
                "one_of: {stages: [mirror], weights: [1e999]} | .one_of: weights must be finite, got 1e999",
                "one_of: {stages: [mirror], weights: [0]} | .one_of: weights must not all be 0",
                "one_of: {stages: [mirror], weights: []} | .one_of: weights must be as many as stages, got 0 for 1",
                "one_of: {stages: [mirror], weights: 1} | .one_of.weights: must be a list, got 1",
                "one_of: {stages: [mirror], weights: [much]} | .one_of.weights[0]: must be a number, got 'much'",
                "one_of: {stages: [mirror, {rotate: {degrees: 400}}]} | .one_of.stages[1].rotate:"
                        + " degrees must lie in [-360, 360], got 400",
                "one_of: {stages: [mirror, mirror]} | .one_of.stages[1]: two stages are called 'mirror', but a stage's"
                        + " draws depend on its name; give one of them another by 'name:'",
                "one_of: {stages: [miror]} | .one_of.stages[0]: no stage is called 'miror'; did you mean 'mirror'?;"
                        + " allowed: EVERY_KIND",
                "one_of: {stages: [mirror], count: 1} | .one_of: unknown key 'count';"
                        + " allowed: name, p, stages, weights",
                "one_of: {} | .one_of: 'stages' is missing",
                "sequence: {stages: []} | .sequence: stages must hold at least one stage",
                "one_of: {stages: []} | .one_of: stages must hold at least one stage",
                "some_of: {stages: [], count: 0} | .some_of: stages must hold at least one stage",
                "random_order: {stages: mirror} | .random_order.stages: must be a list, got 'mirror'",
                "random_order: {p: 2, stages: [mirror]} | .random_order: p must lie in [0, 1], got 2.0",
                "some_of: {stages: [mirror]} | .some_of: 'count' is missing",
                "some_of: {stages: [mirror], count: 2} | .some_of:"
                        + " count must be at most the number of stages, 1, got 2",
                "some_of: {stages: [mirror], count: [-1, 1]} | .some_of: count must be 0 or more, got -1",
                "some_of: {stages: [mirror], count: [1, 0]} | .some_of:"
                        + " count goes from its lower to its upper end, got [1, 0]",
                "some_of: {stages: [mirror], count: [1]} | .some_of.count: must be a whole number or a list of two,"
                        + " [lower, upper], got a list of 1",
                "some_of: {stages: [mirror], count: 0.5} | .some_of.count: must be a whole number, got 0.5",
                "sometimes: {stages: [mirror]} | .sometimes: 'p' is missing",
                "rand_augment: {magnitude: 31} | .rand_augment: magnitude must lie in [0, 30], got 31",
                "rand_augment: {magnitude: 4.5} | .rand_augment.magnitude: must be a whole number, got 4.5",
                "rand_augment: {num_ops: 0} | .rand_augment: num_ops must lie in [1, 100], got 0",
                "rand_augment: {fill: 256} | .rand_augment: fill must lie in [0, 255], got 256",
                "trivial_augment_wide: {magnitude: 9} | .trivial_augment_wide: unknown key 'magnitude';"
                        + " allowed: name, p, interpolation, fill",
            })
    void saysWhatIsWrongWithACombinator(String item, String problem) {
        saysWhatIsWrongAndWhatIsAllowed(item, problem);
    }

    @Test
    void theLineOfASettingInsideACombinatorIsItsOwn() {
        String head = "stages:\n  - one_of:\n      p: 0.5\n      weights: [1, 2]\n      stages:\n";
        assertEquals(
                "p.yaml, line 4: stages[0].one_of: weights must be as many as stages, got 2 for 1",
                messageOf(head + "        - mirror\n"));
        assertEquals(
                "p.yaml, line 9: stages[0].one_of.stages[1].smooth: sigma must lie in [0, 100] pixels, got -1",
                messageOf(head + "        - mirror\n        - smooth:\n            kind: gaussian\n"
                        + "            sigma: -1\n"));
    }

    /** A name that a CSV file or a table would have to quote, or that is no folder's. */
    @ParameterizedTest
    @ValueSource(strings = {"\"a,b\"", "\"a\\nb\"", "'a\"b'", "../up", "''", "-x"})
    void aNameFitsIntoTablesAndFolders(String name) {
        String message = messageOf("stages:\n  - mirror: {name: " + name + "}\n");
        assertTrue(
                message.startsWith("p.yaml, line 2: stages[0].mirror: name must start with a letter, a digit or '_'"),
                message);
    }

    @Test
    void theLineIsThatOfTheSetting() {
        assertEquals(
                "p.yaml, line 5: stages[1].rotate: degrees must lie in [-360, 360], got 400",
                messageOf("stages:\n  - mirror\n  - rotate:\n      border: wrap\n      degrees: 400\n"));
    }

    @Test
    void aCropThatIsLargerThanTheImageNamesItsStage() {
        Pipeline pipeline = Pipeline.from(Settings.parse("stages: [{crop: {size: 9}}]", "p.yaml", Path.of("")));
        String message = assertThrows(SettingsException.class, () -> {
                    Image unused = pipeline.apply(StageContractTest.picture(8, 9, 1), new DrawKey(1, 0, "a"));
                })
                .getMessage();
        assertEquals(
                "p.yaml, line 1: stage 'crop', image 'a': size must fit into the image, but 9x9 is larger than 8x9; padding would widen it",
                message);
    }

    @Test
    void aCentreCropThatIsLargerThanTheImageNamesItsStageAndTheRemedy() {
        Pipeline pipeline = Pipeline.from(Settings.parse("stages: [{centre_crop: {size: 9}}]", "p.yaml", Path.of("")));
        String message = assertThrows(SettingsException.class, () -> {
                    Image unused = pipeline.apply(StageContractTest.picture(8, 9, 1), new DrawKey(1, 0, "a"));
                })
                .getMessage();
        assertEquals(
                "p.yaml, line 1: stage 'centre_crop', image 'a': size must fit into the image, but 9x9 is larger than 8x9; a border would widen it",
                message);
    }

    @Test
    void aBareNameIsNamedToo() {
        assertEquals(
                "p.yaml, line 1: stages[1]: no stage is called 'miror'; did you mean 'mirror'?;" + " allowed: "
                        + everyKind(),
                messageOf("stages: [mirror, miror]"));
    }

    @Test
    void anItemIsOneNameAndItsSettings() {
        String expected = "must be a name, or one name with its settings as in 'name: {key: value}', got ";
        assertEquals(
                "p.yaml, line 1: stages[0]: " + expected + "a mapping of 2 keys",
                messageOf("stages: [{mirror: {}, rotate: {}}]"));
        assertEquals("p.yaml, line 1: stages[0]: " + expected + "5", messageOf("stages: [5]"));
        assertEquals("p.yaml, line 1: stages[0]: " + expected + "a list", messageOf("stages: [[mirror]]"));
    }

    @Test
    void stagesAreAList() {
        assertEquals("p.yaml, line 1: stages: must be a list, got a mapping", messageOf("stages: {mirror: {}}"));
        assertEquals("p.yaml, line 1: stages: must be a list, got 'mirror'", messageOf("stages: mirror"));
        assertEquals("p.yaml, line 1: stages: must be a list, got nothing", messageOf("stages:"));
    }

    @Test
    void twoStagesOfOneNameAreToldTheRemedy() {
        assertEquals(
                "p.yaml, line 3: stages[1]: two stages are called 'mirror', but a stage's draws depend on its name;"
                        + " give one of them another by 'name:'",
                messageOf("stages:\n  - mirror\n  - mirror: {axis: vertical}\n"));
    }

    @Test
    void anOverrideIsNamedAsTheSource() {
        Settings settings = Settings.parse("stages:\n  - smooth: {sigma: 1}\n", "p.yaml", Path.of(""))
                .with("stages.smooth.sigma", "-2");
        String message = assertThrows(SettingsException.class, () -> {
                    Pipeline unused = Pipeline.from(settings);
                })
                .getMessage();
        assertEquals(
                "--set stages.smooth.sigma=-2: stages[0].smooth: sigma must lie in [0, 100] pixels, got -2", message);
    }
}
