package io.augstream.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.augment.Fixed;
import io.augstream.image.BufferedImages;
import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import io.augstream.operation.Axis;
import io.augstream.operation.Mirror;
import io.augstream.operation.Rotate;
import io.augstream.operation.RotateAndCrop;
import io.augstream.operation.Unchanged;
import io.augstream.random.CounterRandom;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.targets.Box;
import io.augstream.targets.Keypoint;
import io.augstream.targets.Targets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
    private static final DrawKey KEY = new DrawKey(1, 0, "a");

    private static Pipeline parsed(String yaml) {
        return Pipeline.from(Settings.parse(yaml, "p.yaml", Path.of("")));
    }

    private static List<String> names(Pipeline pipeline) {
        return pipeline.stages().stream().map(Stage::name).toList();
    }

    /** As code hands it over that nobody checks for nulls. */
    @Test
    @SuppressWarnings("NullAway")
    void aKeyWithoutASampleIsRefusedWhereItIsMade() {
        NullPointerException e = assertThrows(NullPointerException.class, () -> new DrawKey(1, 0, null));
        assertEquals("sample, the id that draws depend on", e.getMessage());
    }

    @Test
    void aFileOfStagesAloneIsEnough(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, "stages:\n  - rotate: {degrees: 17.3, border: reflect101}\n  - mirror\n");
        assertEquals(List.of("rotate", "mirror"), names(Pipeline.load(file)));
    }

    @Test
    void aFileWithoutStagesIsRefusedRatherThanChangingNothing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, "stage:\n  - mirror\n");
        String message = assertThrows(SettingsException.class, () -> {
                    Pipeline unused = Pipeline.load(file);
                })
                .getMessage();
        assertEquals(
                file + ", line 1: 'stages' is missing; is 'stage' meant to be it?; write 'stages: []' for none",
                message);
        Files.writeString(file, "stages: []\n");
        assertEquals(List.of(), Pipeline.load(file).stages());
    }

    @Test
    void settingsWithoutStagesHaveNone() {
        assertEquals(List.of(), parsed("name: plain\ntrain: {epochs: 3}\n").stages());
    }

    @Test
    void oneKindMayStandTwiceUnderTwoNames() {
        Pipeline twice = parsed("stages:\n  - mirror\n  - mirror: {name: flip, axis: vertical}\n");
        assertEquals(List.of("mirror", "flip"), names(twice));
    }

    @Test
    void twoStagesOfOneNameAreRefusedFromCodeToo() {
        Stage stage = new SingleStage("mirror", 1, new Fixed(new Mirror(Axis.VERTICAL)));
        String message = assertThrows(IllegalArgumentException.class, () -> {
                    Pipeline unused = Pipeline.of(List.of(stage, stage));
                })
                .getMessage();
        assertEquals(
                "two stages are called 'mirror', but a stage's draws depend on its name;"
                        + " give one of them another by 'name:'",
                message);
    }

    @Test
    void bareKindAndEmptySettingsMeanTheSame() {
        assertEquals(
                parsed("stages: [mirror]").stages(),
                parsed("stages: [{mirror: {}}]").stages());
        assertEquals(
                parsed("stages: [mirror]").stages(),
                parsed("stages:\n  - mirror:\n").stages());
    }

    @Test
    void defaultsAreThoseOfTheDocumentation() {
        List<Draw> draws = parsed("stages:\n  - rotate: {degrees: 5}\n  - smooth: {sigma: 1}\n"
                        + "  - smooth: {name: median, kind: median, kernel_size: 3}\n")
                .draw(ImageSize.square(8), KEY);
        assertEquals(
                Map.of(
                        "stage", "rotate",
                        "operation", "rotate",
                        "degrees", 5.0,
                        "interpolation", "bilinear",
                        "border", "constant",
                        "fill", Map.of("levels", List.of(0)),
                        "expand", false),
                draws.get(0).describe());
        assertEquals(
                Map.of(
                        "stage", "smooth",
                        "operation", "gaussian_blur",
                        "sigma", 1.0,
                        "kernel_size", 7,
                        "border", "reflect101"),
                draws.get(1).describe());
        assertEquals(
                Map.of("stage", "median", "operation", "median_blur", "kernel_size", 3, "border", "replicate"),
                draws.get(2).describe());
    }

    @Test
    void noiseKeysAreDescribedAsTextSinceJsonNumbersLoseBits() {
        Draw draw = parsed("stages: [{noise: {std: 0.1}}]")
                .draw(ImageSize.square(8), KEY)
                .get(0);
        assertEquals("add_gaussian_noise", draw.describe().get("operation"));
        assertTrue(String.valueOf(draw.describe().get("key")).matches("[0-9a-f]{16}"));
    }

    @Test
    void eachStageDrawsForTheSizeThatTheImageThenHas() {
        List<Draw> draws = parsed(
                        "stages:\n  - rotate: {degrees: 90, expand: true}\n  - rotate_and_crop: {degrees: 5}\n")
                .draw(new ImageSize(30, 20), KEY);
        RotateAndCrop crop = (RotateAndCrop) draws.get(1).operation();
        assertEquals(new ImageSize(20, 30), crop.size());
    }

    @Test
    void stagesApplyInTheOrderOfTheFile() {
        Image image = StageContractTest.picture(4, 4, 1);
        Image mirroredThenTurned =
                parsed("stages:\n  - mirror\n  - rotate: {degrees: 90}\n").apply(image, KEY);
        Image turnedThenMirrored =
                parsed("stages:\n  - rotate: {degrees: 90}\n  - mirror\n").apply(image, KEY);
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                // Turned counter-clockwise: output (x, y) shows input (3 - y, x); mirrored first: (y, x).
                assertEquals(image.sample(y, x, 0), mirroredThenTurned.sample(x, y, 0));
                assertEquals(image.sample(3 - y, 3 - x, 0), turnedThenMirrored.sample(x, y, 0));
            }
        }
    }

    @Test
    void onlyKeepsTheDrawsThatTheStageHasAmongTheOthers() {
        Pipeline all = parsed("stages:\n  - mirror: {p: 0.5}\n  - noise: {std: 0.1}\n  - rotate: {degrees: [-9, 9]}\n");
        ImageSize size = ImageSize.square(16);
        for (int i = 0; i < all.stages().size(); i++) {
            String name = all.stages().get(i).name();
            assertEquals(List.of(all.draw(size, KEY).get(i)), all.only(name).draw(size, KEY));
        }
    }

    @Test
    void onlyAnUnknownStageIsRefused() {
        Pipeline pipeline = parsed("stages: [mirror]");
        String message = assertThrows(IllegalArgumentException.class, () -> {
                    Pipeline unused = pipeline.only("rotate");
                })
                .getMessage();
        assertEquals("no stage is called 'rotate'; there are [mirror]", message);
    }

    @Test
    void noneReturnsTheImageItself() {
        Image image = StageContractTest.picture(3, 3, 1);
        assertSame(image, Pipeline.none().apply(image, KEY));
    }

    @Test
    void appliedDrawsReplayTheImage() {
        Pipeline pipeline = parsed("stages:\n  - rotate: {degrees: [-30, 30]}\n  - noise: {std: 0.1}\n");
        Image image = StageContractTest.picture(12, 9, 3);
        List<Draw> draws = pipeline.draw(image.size(), KEY);
        assertArrayEquals(
                pipeline.apply(image, KEY).samples(),
                Pipeline.apply(draws, image).samples());
    }

    @Test
    void anglesFillTheirRangeEvenly() {
        Pipeline pipeline = parsed("stages: [{rotate: {degrees: [-20, 40]}}]");
        int n = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            Draw draw = pipeline.draw(ImageSize.square(8), new DrawKey(0, 0, "train/" + i))
                    .get(0);
            double degrees = ((Rotate) draw.operation()).degrees();
            assertEquals(10, degrees, 30);
            sum += degrees;
            squares += (degrees - 10) * (degrees - 10);
        }
        // Uniform of width 60: variance 300, and its own standard error 300 √(0.8 / n).
        assertEquals(10, sum / n, 4 * Math.sqrt(300.0 / n));
        assertEquals(300, squares / n, 4 * 300 * Math.sqrt(0.8 / n));
    }

    @Test
    void bufferedImageOfOneKeyIsTheImageOfThatKey() {
        Pipeline pipeline = parsed("stages: [{noise: {std: 0.1}}]");
        Image gray = StageContractTest.picture(9, 7, 1);
        BufferedImage noisy = pipeline.apply(BufferedImages.toBufferedImage(gray), KEY);
        assertEquals(BufferedImage.TYPE_BYTE_GRAY, noisy.getType());
        assertArrayEquals(
                pipeline.apply(gray, KEY).samples(),
                BufferedImages.toImage(noisy).samples());
    }

    @Test
    void eachCallWithoutAKeyDrawsAnewAndRepeatsFromTheStart() {
        BufferedImage image = BufferedImages.toBufferedImage(StageContractTest.picture(9, 7, 3));
        String yaml = "stages: [{noise: {std: 0.1}}]";
        Pipeline first = parsed(yaml);
        Pipeline second = parsed(yaml);
        Set<Integer> seen = new HashSet<>();
        for (int call = 0; call < 20; call++) {
            int[] pixels = rgb(first.apply(image));
            assertArrayEquals(pixels, rgb(second.apply(image)));
            seen.add(java.util.Arrays.hashCode(pixels));
        }
        assertEquals(20, seen.size());
    }

    @Test
    void threadsThatShareAPipelineNeverGetOneDrawTwice() {
        BufferedImage image = BufferedImages.toBufferedImage(StageContractTest.picture(9, 7, 3));
        Pipeline pipeline = parsed("stages: [{noise: {std: 0.1}}]");
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 500)
                .parallel()
                .forEach(call -> seen.add(java.util.Arrays.hashCode(rgb(pipeline.apply(image)))));
        assertEquals(500, seen.size());
    }

    /** Another stage, wherever it comes to stand, leaves the draws of all others alone, unless they see another size. */
    @Test
    void aStageMoreLeavesAllOtherDrawsAsTheyAre() {
        CounterRandom random = new CounterRandom(1);
        List<String> keepSize = List.of(
                "mirror: {name: more, p: 0.5}",
                "noise: {name: more, std: [0, 0.2]}",
                "rotate: {name: more, degrees: [-90, 90]}",
                "smooth: {name: more, sigma: [0, 2]}",
                "one_of: {name: more, stages: [mirror, {noise: {std: 0.1}}]}",
                "hue: {name: more, shift: [-0.5, 0.5]}");
        for (int i = 0; i < 500; i++) {
            List<String> items = new ArrayList<>();
            for (int stage = random.nextInt(6); stage >= 0; stage--) {
                StageContractTest.Subject subject = StageContractTest.subjects()
                        .get(random.nextInt(StageContractTest.subjects().size()));
                items.add(subject.kind() + ": {name: s" + stage + ", p: 0.7"
                        + (subject.settings().isEmpty() ? "" : ", " + subject.settings()) + "}");
            }
            List<String> more = new ArrayList<>(items);
            more.add(random.nextInt(items.size() + 1), keepSize.get(random.nextInt(keepSize.size())));
            ImageSize size = new ImageSize(40 + random.nextInt(20), 40 + random.nextInt(20));
            DrawKey key = new DrawKey(i, random.nextInt(3), "a");
            List<Draw> others = pipelineOf(more).draw(size, key).stream()
                    .filter(draw -> !draw.stage().startsWith("more"))
                    .toList();
            assertEquals(pipelineOf(items).draw(size, key), others, more.toString());
        }
    }

    private static Pipeline pipelineOf(List<String> items) {
        return Pipeline.parse(
                "stages:\n" + items.stream().map(item -> "  - " + item + "\n").collect(Collectors.joining()));
    }

    @Test
    void chanceZeroIsNeverOneIsAlwaysAndBetweenIsAShare() {
        int draws = 10_000;
        BinomialDistribution often = new BinomialDistribution(draws, 0.3);
        for (String stage : List.of("mirror", "noise: {std: 0.1}", "rotate: {degrees: [-9, 9]}")) {
            assertEquals(0, applied(stage, "0", draws));
            assertEquals(draws, applied(stage, "1", draws));
            long sometimes = applied(stage, "0.3", draws);
            // 99.9%, both sides.
            assertTrue(sometimes >= often.inverseCumulativeProbability(0.0005), stage + ": " + sometimes);
            assertTrue(sometimes <= often.inverseCumulativeProbability(0.9995), stage + ": " + sometimes);
        }
    }

    private static long applied(String stage, String p, int draws) {
        Settings settings = Settings.parse("stages:\n  - " + stage + "\n", "p.yaml", Path.of(""));
        Pipeline pipeline = Pipeline.from(settings.with("stages.0." + stage.split(":", -1)[0] + ".p", p));
        return IntStream.range(0, draws)
                .filter(i -> !pipeline.draw(ImageSize.square(8), new DrawKey(0, i / 100, "train/" + i % 100))
                        .get(0)
                        .operation()
                        .equals(new Unchanged()))
                .count();
    }

    private static int[] rgb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void seedEpochSampleAndStageEachDecideTheStream() {
        long stream = new DrawKey(1, 2, "a").stream("rotate").random().nextLong();
        assertEquals(stream, new DrawKey(1, 2, "a").stream("rotate").random().nextLong());
        assertNotEquals(stream, new DrawKey(0, 2, "a").stream("rotate").random().nextLong());
        assertNotEquals(stream, new DrawKey(1, 0, "a").stream("rotate").random().nextLong());
        assertNotEquals(stream, new DrawKey(1, 2, "b").stream("rotate").random().nextLong());
        assertNotEquals(stream, new DrawKey(1, 2, "a").stream("mirror").random().nextLong());
        assertNotEquals(stream, new DrawKey(2, 1, "a").stream("rotate").random().nextLong());
    }

    /** One column is cut off on the left, then left and right change places. */
    @Test
    void whatBelongsToAnImageMovesWithIt() {
        Pipeline pipeline = Pipeline.from(Settings.parse(
                """
                stages:
                  - noise: {std: 0.1}
                  - shift: {pixels: -1}
                  - mirror
                """,
                "p.yaml",
                Path.of("")));
        Image image = StageContractTest.picture(5, 5, 3);
        DrawKey key = new DrawKey(1, 0, "a");
        Targets targets = Targets.NONE
                .withBoxes(List.of(new Box(1, 2, 4, 5, "cat")))
                .withKeypoints(List.of(new Keypoint(2, 3, "left_eye")))
                .withSides(List.of(List.of("left_eye", "right_eye")));
        Augmented augmented = pipeline.apply(image, targets, key);
        assertArrayEquals(
                pipeline.apply(image, key).samples(), augmented.image().samples());
        assertEquals(List.of(new Box(2, 1, 5, 4, "cat")), augmented.targets().boxes());
        assertEquals(
                List.of(new Keypoint(3, 2, "right_eye")), augmented.targets().keypoints());
    }
}
