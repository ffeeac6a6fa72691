package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.augstream.image.Depth;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Pictures;
import io.augstream.operation.Unchanged;
import io.augstream.pixel.Scratch;
import io.augstream.random.CounterRandom;
import io.augstream.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassTest {
    private static final List<String> STAGES = List.of(
            "rotate: {degrees: [-180, 180]}",
            "rotate: {degrees: [-40, 40], border: reflect101, expand: true}",
            "rotate: {degrees: 30, interpolation: nearest, border: wrap}",
            "rotate_and_crop: {degrees: [-45, 45]}",
            "affine: {degrees: 10, scale: [0.5, 2], border: symmetric, fill: 80}",
            "resize: {size: 30}",
            "pad: {pixels: 2, border: wrap}",
            "centre_crop: {size: 20, border: replicate}",
            "random_resized_crop: {size: 25, scale: [0.2, 1]}",
            "perspective: {distortion: 0.4}",
            "scale: {factor: [0.8, 1.2], border: reflect101}",
            "shear: {degrees: [-20, 20], axis: vertical, fill: 30}",
            "resize: {size: 9, interpolation: lanczos}",
            "mirror: {p: 0.7}",
            "mirror: {axis: vertical}",
            "crop: {padding: 3, border: reflect101}",
            "shift: {pixels: [-5, 5], fill: 200}",
            "elastic: {alpha: 20, sigma: 3}",
            "erase: {size: 5, fill: 9}",
            "smooth: {sigma: [0.5, 1.5]}",
            "smooth: {kind: box, kernel_size: 5, border: wrap}",
            "smooth: {sigma: 6, border: constant}",
            "smooth: {kind: median, kernel_size: 3}",
            "noise: {std: 0.1}",
            "noise: {std: 0.1, per_channel: false, p: 0.5}",
            "noise: {kind: salt_and_pepper, amount: 0.1}",
            "brightness: {factor: [0.5, 1.5]}",
            "saturation: {factor: 1.4}",
            "contrast: {factor: 0.8}",
            "sharpness: {factor: 3}",
            "equalize: {}",
            "hue: {shift: 0.2}",
            "noise: {kind: shot, scale: 0.02}",
            "noise: {kind: speckle, std: 0.1, per_channel: false}",
            "rotate: {degrees: [-90, 90], interpolation: bicubic, border: replicate}",
            "resize: {size: 20}");

    /** 600 pipelines of up to six stages, on images from 1 x 1 up, in a scratch that holds what the one before has left. */
    @Test
    void rowsAreThoseOfOneStageAfterAnother() {
        Scratch scratch = new Scratch();
        for (int i = 0; i < 600; i++) {
            Pipeline pipeline = drawn(i);
            int channels = List.of(1, 3, 4).get(i % 3);
            Image image = StageContractTest.picture(
                    1 + (int) (40 * CounterRandom.uniformAt(3, i)),
                    1 + (int) (30 * CounterRandom.uniformAt(4, i)),
                    channels);
            DrawKey key = new DrawKey(5, i, "a");
            List<Draw> draws = pipeline.draw(image.size(), key);
            Image expected = stageByStage(draws, image);
            Image rows = Pictures.image(pipeline.rows(image, key, scratch));
            Image whole = pipeline.apply(image, key);
            assertEquals(expected.size(), rows.size());
            assertArrayEquals(whole.samples(), rows.samples(), draws.toString());
            assertArrayEquals(expected.samples(), rows.samples(), draws.toString());
        }
    }

    /** But for moves in a row, which are one look at what came before them: {@code WarpingTest} tells at what. */
    private static Image stageByStage(List<Draw> draws, Image image) {
        Image changed = image;
        List<Draw> moves = new ArrayList<>();
        for (Draw draw : draws) {
            Image before = Pipeline.apply(moves, changed);
            if (draw.operation().warping(before.size(), before.channels()).isPresent()) {
                moves.add(draw);
            } else if (!(draw.operation() instanceof Unchanged)) {
                changed = draw.apply(before);
                moves.clear();
            }
        }
        return Pipeline.apply(moves, changed);
    }

    /** Of moves, which round once: stage by stage they would smooth twice, and so differ by many levels on a picture of noise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rotate: {degrees: [-180, 180]} | affine: {degrees: 8, pixels: [-9, 9], border: wrap}",
                "affine: {degrees: 30, scale: 0.9, border: symmetric} | mirror: {} | crop: {padding: 3} | rotate: {degrees: 12, fill: 90}",
                "rotate: {degrees: 20, interpolation: bicubic} | scale: {factor: 1.2, interpolation: bicubic, border: wrap}"
            })
    void deepPicturesAreOneLookToo(String stages) {
        Pipeline pipeline = parsed(Arrays.stream(stages.split(" \\| ", -1))
                .map(stage -> "- " + stage)
                .toList());
        byte[] noise = new byte[40 * 30 * 3];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) CounterRandom.at(8, i);
        }
        Image image = Image.of(new ImageSize(40, 30), 3, noise);
        for (int i = 0; i < 20; i++) {
            DrawKey key = new DrawKey(5, i, "a");
            Image eight = pipeline.apply(image, key);
            Image sixteen = pipeline.apply(image.at(Depth.SIXTEEN_BIT), key);
            assertEquals(eight.size(), sixteen.size());
            for (int p = 0; p < eight.length(); p++) {
                assertEquals(sixteen.level(p), eight.level(p), 0.52);
            }
        }
    }

    private static Pipeline drawn(int seed) {
        CounterRandom random = new CounterRandom(900 + seed);
        List<String> stages = new ArrayList<>();
        for (int i = 0; i < 1 + 6 * random.nextDouble(); i++) {
            String stage = STAGES.get((int) (STAGES.size() * random.nextDouble()));
            stages.add("- " + stage.replace("{", "{name: s" + i + ", "));
        }
        return parsed(stages);
    }

    private static Pipeline parsed(List<String> stages) {
        String yaml = "stages:\n  " + String.join("\n  ", stages) + "\n";
        return Pipeline.from(Settings.parse(yaml, "test.yaml", Path.of("")));
    }

    /** A turn and a mirror are one look at the source: the mirrored picture of the turned one, and interpolated once. */
    @Test
    void aMirrorJoinsATurn() {
        Pipeline pipeline = parsed(List.of("- rotate: {degrees: 31, border: reflect101}", "- mirror"));
        Image image = StageContractTest.picture(50, 40, 3);
        Image turned =
                parsed(List.of("- rotate: {degrees: 31, border: reflect101}")).apply(image, new DrawKey(1, 1, "a"));
        Image both = pipeline.apply(image, new DrawKey(1, 1, "a"));
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 50; x++) {
                for (int c = 0; c < 3; c++) {
                    assertEquals(turned.sample(49 - x, y, c), both.sample(x, y, c), 1);
                }
            }
        }
    }

    @Test
    void whatNothingChangesIsTheImageItself() {
        Image image = StageContractTest.picture(5, 4, 3);
        Pipeline never = parsed(List.of("- rotate: {degrees: 31, p: 0}", "- mirror: {p: 0}"));
        assertSame(image, never.apply(image, new DrawKey(1, 1, "a")));
    }
}
