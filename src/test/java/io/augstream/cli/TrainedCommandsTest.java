package io.augstream.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.image.Image;
import io.augstream.operation.Axis;
import io.augstream.operation.Mirror;
import io.augstream.settings.Json;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate} and {@code predict}, on a network that tells flat pictures from steep ones without a mistake. */
final class TrainedCommandsTest {
    private static final String FILE =
            """
            data: {root: data, validation: 0, prepare: {resize: 8}}
            network: [flatten, dense: {units: classes}]
            train: {epochs: 20, batch: 4, learning_rate: 0.05}
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() throws IOException {
        Pictures.twoClasses(folder.resolve("data"));
        Pictures.text(folder.resolve("p.yaml"), FILE);
        assertEquals(
                "0 ",
                run("train", "p.yaml", "-q", "--out", folder.resolve("out")).failure(folder));
    }

    @Test
    void evaluateTellsScoreAndConfusions() {
        CommandRun run = evaluated();
        assertEquals("0 ", run.failure(folder));
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.get(0).startsWith("8 test images: accuracy 100.0%, loss 0.0"), run.out());
        assertTrue(lines.get(0).endsWith(" (cross entropy)"), run.out());
        assertEquals("flat     4    .    100.0", lines.get(4));
        assertEquals("steep    .    4    100.0", lines.get(5));
    }

    @Test
    void evaluateWritesJson() {
        Map<?, ?> json =
                (Map<?, ?>) Json.parse(evaluated("--json", "--split=train").out());
        assertNotNull(json);
        assertEquals("train", json.get("split"));
        assertEquals(20, json.get("images"));
        assertEquals(1.0, json.get("accuracy"));
        assertEquals(List.of("flat", "steep"), json.get("classes"));
        assertEquals(List.of(List.of(10, 0), List.of(0, 10)), json.get("confusion"));
    }

    @Test
    void evaluateSaysThatItAveragedMirrorImages() {
        CommandRun run = evaluated("--mirrored");
        assertEquals("0 ", run.failure(folder));
        assertTrue(run.out().startsWith("8 test images, each with its mirror image: accuracy "), run.out());
        for (boolean mirrored : new boolean[] {true, false}) {
            String json = (mirrored ? evaluated("--mirrored", "--json") : evaluated("--json")).out();
            assertEquals(mirrored, ((Map<?, ?>) requireNonNull(Json.parse(json))).get("mirrored"));
        }
    }

    /** An image and its mirror image are the same two views. */
    @Test
    void predictMirroredSaysTheSameOfAnImageAndItsMirrorImage() throws IOException {
        Image steep = Pictures.slope(8, 8, 3, 25);
        Path there = Pictures.write(folder.resolve("there/a.png"), steep);
        Path back = Pictures.write(folder.resolve("back/a.png"), new Mirror(Axis.HORIZONTAL).apply(steep));
        assertEquals(shares(there, "--mirrored"), shares(back, "--mirrored"));
        assertNotEquals(shares(there), shares(back));
    }

    private static List<String> shares(Path image, String... options) {
        return predicted(
                        image,
                        Stream.concat(Stream.of("--csv"), Stream.of(options)).toArray(String[]::new))
                .out()
                .lines()
                .map(line -> line.substring(line.indexOf(',')))
                .toList();
    }

    @Test
    void anEmptySplitIsWrongData() {
        assertEquals(
                "3 augstream: DIR/data: no validation images; data.validation above 0 takes some from the training images",
                evaluated("--split=validation").failure(folder));
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() throws IOException {
        Pictures.text(
                folder.resolve("other.yaml"),
                FILE.replace("[flatten, dense", "[flatten, dense: {units: 3}, relu, dense"));
        String failure = run("evaluate", "other.yaml", "--weights", weights()).failure(folder);
        assertTrue(failure.startsWith("3 augstream: DIR/out/last.safetensors is of another network: "), failure);
        assertEquals(1, failure.lines().count());
    }

    @Test
    void weightsOfOtherClassesAreRefused() throws IOException {
        Path other = Pictures.twoClasses(folder.resolve("others"));
        for (String split : List.of("train", "test")) {
            Files.move(
                    other.resolve(split).resolve("flat"), other.resolve(split).resolve("even"));
        }
        assertEquals(
                "3 augstream: DIR/others: its classes are [even, steep], and the weights were trained on [flat, steep]",
                evaluated("--set", "data.root=" + other).failure(folder));
    }

    @Test
    void brokenWeightsAreRefused() throws IOException {
        byte[] sound = Files.readAllBytes(weights());
        byte[] hostile = sound.clone();
        Arrays.fill(hostile, 0, 8, (byte) 0x7f);
        for (byte[] bytes :
                List.of(new byte[0], Arrays.copyOf(sound, 100), Arrays.copyOf(sound, sound.length - 1), hostile)) {
            Path broken = Files.write(folder.resolve("broken.safetensors"), bytes);
            CommandRun run = run("evaluate", "p.yaml", "--weights", broken);
            assertEquals(3, run.exitCode(), run.err());
            assertEquals(1, run.errorLines().size(), run.err());
            assertTrue(run.failure(folder).startsWith("3 augstream: DIR/broken.safetensors: "), run.err());
        }
        assertEquals(
                "3 augstream: DIR/none.safetensors: no such file",
                run("evaluate", "p.yaml", "--weights", folder.resolve("none.safetensors"))
                        .failure(folder));
    }

    @Test
    void predictLabelsImagesOfAnySize() throws IOException {
        Path steep = Pictures.write(folder.resolve("new/steep.png"), Pictures.slope(16, 24, 3, 12));
        CommandRun run = predicted(steep, "--top=1");
        assertEquals("0 ", run.failure(folder));
        assertTrue(run.out().lines().toList().get(1).matches("\\S*steep\\.png +steep +\\d+\\.\\d%"), run.out());
    }

    @Test
    void predictGoesThroughFoldersAndNamesWhatIsNoImage() throws IOException {
        Path photos = folder.resolve("photos");
        Pictures.write(photos.resolve("a.png"), Pictures.slope(8, 8, 3, 25));
        Pictures.write(photos.resolve("deep/b.png"), Pictures.slope(8, 8, 3, 1));
        Pictures.text(photos.resolve("c.txt"), "hello");
        CommandRun run = predicted(photos, "--csv", "--top=1");
        assertEquals(0, run.exitCode());
        assertEquals(1, run.errorLines().size());
        assertTrue(run.err().contains("c.txt"), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("image,rank,class,probability", lines.get(0));
        assertTrue(lines.get(1).startsWith(photos.resolve("a.png") + ",1,steep,0."), run.out());
        assertTrue(lines.get(2).startsWith(photos.resolve("deep/b.png") + ",1,flat,0."), run.out());
        assertEquals(3, lines.size());
    }

    @Test
    void predictWritesJsonWhoseProbabilitiesAddUp() throws IOException {
        Path steep = Pictures.write(folder.resolve("json/steep.png"), Pictures.slope(8, 8, 3, 25));
        Section json = Settings.parse(predicted(steep, "--json").out(), "predicted", folder)
                .root();
        List<Section> classes =
                json.list("classes").stream().map(Value::section).toList();
        assertEquals("steep", classes.get(0).get("class").text());
        double sum = classes.stream()
                .mapToDouble(one -> one.get("probability").number())
                .sum();
        assertEquals(1, sum, 1e-12);
    }

    @Test
    void predictRefusesWhatItCannotLabel() throws IOException {
        Path text = Pictures.text(folder.resolve("texts/a.txt"), "hello");
        assertEquals(3, predicted(text).exitCode());
        assertEquals(
                "3 augstream: DIR/missing.png: no such file or folder",
                predicted(folder.resolve("missing.png")).failure(folder));
        Path large = Pictures.write(folder.resolve("large/a.png"), Pictures.slope(16, 8, 3, 12));
        Pictures.text(folder.resolve("bare.yaml"), FILE.replace(", prepare: {resize: 8}", ""));
        assertEquals(
                "3 augstream: DIR/large/a.png: 16x8 with 3 channels, but the network was trained on 8x8 with 3 channels;"
                        + " data.prepare must make it so (resize, crop, channels)",
                run("predict", "bare.yaml", "--weights", weights(), large).failure(folder));
        assertEquals(2, predicted(large, "--top=0").exitCode());
        assertEquals(2, predicted(large, "--csv", "--json").exitCode());
    }

    @Test
    void predictNeedsNoDataSetInTheFile() throws IOException {
        Path steep = Pictures.write(folder.resolve("nodata/steep.png"), Pictures.slope(8, 8, 3, 25));
        Pictures.text(folder.resolve("nodata.yaml"), FILE.replace("root: data, ", ""));
        CommandRun run = run("predict", "nodata.yaml", "--weights", weights(), steep, "--top=1");
        assertEquals("0 ", run.failure(folder));
    }

    @Test
    void anotherNormalisationThanTheWeightsIsRefused() {
        String failure = evaluated("--set", "data.prepare.normalise=false").failure(folder);
        assertTrue(
                failure.startsWith("2 augstream: data.prepare.normalise: is another than that of DIR/out/last"),
                failure);
    }

    @Test
    void anUnknownSplitIsRefusedInTheWordsOfTheHelp() {
        String failure = evaluated("--split=bogus").failure(folder);
        assertTrue(failure.contains("must be test, validation or train, got 'bogus'"), failure);
    }

    private static CommandRun evaluated(String... options) {
        return run(Stream.concat(Stream.of("evaluate", "p.yaml", "--weights", weights()), Stream.of(options))
                .toArray());
    }

    private static CommandRun predicted(Path input, String... options) {
        return run(Stream.concat(Stream.of("predict", "p.yaml", "--weights", weights(), input), Stream.of(options))
                .toArray());
    }

    private static Path weights() {
        return folder.resolve("out/last.safetensors");
    }

    /** The second argument is the pipeline file's name. */
    private static CommandRun run(Object... arguments) {
        arguments[1] = folder.resolve(arguments[1].toString());
        return CommandRun.of(arguments);
    }
}
