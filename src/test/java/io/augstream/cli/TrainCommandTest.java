package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainCommandTest {
    private static final String FILE =
            """
            data: {root: data, validation: 0.2}
            stages: [mirror, noise: {std: 0.1}]
            network: [flatten, dense: {units: 4}, batch_norm, relu, dropout: {rate: 0.2}, dense: {units: classes}]
            train: {epochs: 3, batch: 4, learning_rate: 0.02}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void drawPictures() throws IOException {
        Pictures.twoClasses(folder.resolve("data"));
    }

    @Test
    void aRowAnEpochAndTheScoresGoToStandardOutputAndTheFilesToTheFolder() throws IOException {
        CommandRun run = train(FILE);
        assertEquals("0 ", run.failure(folder));
        List<String> lines = run.out().lines().toList();
        assertEquals("16 images to train on, 4 to validate, 8 to test; 8x8 with 3 channels; 2 classes", lines.get(0));
        assertEquals(
                List.of("1", "2", "3"),
                Stream.of(2, 3, 4).map(i -> first(lines.get(i))).toList());
        for (String split : List.of("train", "validation", "test")) {
            assertEquals(
                    1, lines.stream().filter(line -> first(line).equals(split)).count(), run.out());
        }
        assertTrue(run.out().contains("waited on data "), run.out());
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> line.length() > 80 && !line.contains("/"))
                        .toList());
        assertEquals(4, Files.readAllLines(folder.resolve("out/metrics.csv")).size());
        assertEquals(
                List.of("best.safetensors", "health.json", "last.safetensors", "metrics.csv", "pipeline.yaml"),
                files("out"));
    }

    /** 192 · 10⁷ weights in, 2 · 10⁷ out and 10⁷ biases, four times over, are 29,754 MiB. */
    @Test
    void whatTheHeapCannotHoldIsToldBeforeTheNetworkIsMade() throws IOException {
        CommandRun run = train(FILE, "--set", "network=[dense: {units: 10000000}, dense: {units: classes}]");
        assertEquals(1, run.exitCode());
        assertTrue(
                run.err()
                        .matches(
                                "(?s)augstream: the training needs 30,\\d{3} MiB \\(weights, gradients, optimizer and copies"
                                        + " 29,754, layers \\d{3}, images of a batch 0\\), and Java's heap ends at [0-9,]+ MiB;"
                                        + " java -Xmx38g gives it more.*"),
                run.err());
        assertEquals(1, run.errorLines().size(), run.err());
    }

    @Test
    void withoutAValidationSplitThereIsNoBest() throws IOException {
        CommandRun run = train(FILE, "--set", "data.validation=0");
        assertEquals("0 ", run.failure(folder));
        assertEquals(List.of("health.json", "last.safetensors", "metrics.csv", "pipeline.yaml"), files("out"));
        assertFalse(run.out().contains("best"), run.out());
        assertFalse(run.out().contains("val loss"), run.out());
    }

    /** 16 images in batches of 4: 4 steps an epoch, and a rate that moves nothing. */
    @Test
    void anUnhealthyNetworkIsToldAndRefusedWhereTheUserAsksForIt() throws IOException {
        String[] still = {"--set", "train.epochs=40", "--set", "train.learning_rate=1e-12"};
        CommandRun told = train(FILE, still);
        assertEquals("0 ", told.failure(folder));
        assertTrue(told.out().contains("\nHealth: stagnating from step "), told.out());
        String json = Files.readString(folder.resolve("out/health.json"));
        assertTrue(json.startsWith("{\"verdict\":\"stagnating\","), json);

        CommandRun refused = CommandRun.of(
                "train",
                folder.resolve("p.yaml"),
                "--out",
                folder.resolve("refused"),
                "--fail-on-unhealthy",
                still[0],
                still[1],
                still[2],
                still[3]);
        assertEquals("5 ", refused.failure(folder));
        assertEquals(json, Files.readString(folder.resolve("refused/health.json")));
    }

    /** 10²⁰ times 10²⁰ is beyond all floats; the rate has no part in it. */
    @Test
    void numbersThatEndAreToldInALineAndRefusedWhereTheUserAsksForIt() throws IOException {
        String huge = "init: {normal: {sigma: 1e20}}";
        String layers = "network=[flatten, dense: {units: 4, " + huge + "}, dense: {units: classes, " + huge + "}]";
        CommandRun told = train(FILE, "--set", layers);
        assertEquals(1, told.exitCode());
        CommandRun refused = CommandRun.of(
                "train",
                folder.resolve("p.yaml"),
                "--out",
                folder.resolve("refused"),
                "--fail-on-unhealthy",
                "--set",
                layers);
        assertEquals(5, refused.exitCode());
        for (CommandRun run : List.of(told, refused)) {
            assertEquals(
                    1,
                    run.out()
                            .lines()
                            .filter(line -> line.startsWith("Health: exploding: "))
                            .count(),
                    run.out());
            assertEquals(1, run.errorLines().size(), run.err());
            assertTrue(run.err().contains("; likely the first weights are large, so that"), run.err());
            assertFalse(run.err().contains("learning_rate"), run.err());
        }
    }

    @Test
    void tooFewStepsToJudgeAreNotRefused() throws IOException {
        CommandRun run = train(FILE, "--fail-on-unhealthy");
        assertEquals("0 ", run.failure(folder));
        assertTrue(run.out().contains("\nHealth: not judged: it takes 50 steps"), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "health.layers, train.health: no layer '9.dense' with weights",
        "frozen, train.frozen: no layer '9.dense' with parameters",
    })
    void aLayerThatIsNotThereIsRefusedAtItsLine(String setting, String message) throws IOException {
        CommandRun run = train(FILE, "--set", "train." + setting + "=[9.dense]");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void nobodyCanRefuseWhatNobodyLooksAt() throws IOException {
        CommandRun run = train(FILE, "--set", "train.health=false", "--fail-on-unhealthy");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("the pipeline file says train.health: false"), run.err());
        assertEquals("0 ", train(FILE, "--set", "train.health=false").failure(folder));
        assertFalse(Files.exists(folder.resolve("out/health.json")));
    }

    @Test
    void theSameSeedGivesTheSameBytesWhateverTheThreadsAndAnotherSeedOthers() throws IOException {
        byte[] weights = weights("a", "--seed=7", "--threads=1");
        assertArrayEquals(weights, weights("b", "--seed=7", "--threads=3"));
        assertFalse(java.util.Arrays.equals(weights, weights("c", "--seed=8")));
    }

    @Test
    void theResolvedFileTrainsTheSame() throws IOException {
        byte[] weights = weights("a");
        CommandRun again =
                CommandRun.of("train", folder.resolve("a/pipeline.yaml"), "--out", folder.resolve("b"), "-q");
        assertEquals("0 ", again.failure(folder));
        assertArrayEquals(weights, Files.readAllBytes(folder.resolve("b/last.safetensors")));
    }

    @Test
    void quietShowsTheResultAlone() throws IOException {
        assertFalse(train(FILE, "-q").out().contains("epoch      rate"));
    }

    @Test
    void aFolderThatHoldsATrainingIsLeftAlone() throws IOException {
        assertEquals(0, train(FILE).exitCode());
        byte[] before = Files.readAllBytes(folder.resolve("out/last.safetensors"));
        assertEquals(
                "2 augstream: DIR/out: holds a run; --resume DIR/out would go on with a training, --out would take another"
                        + " folder",
                train(FILE, "--seed=9").failure(folder));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("out/last.safetensors")));
    }

    @Test
    void measuringLeavesATrainingAlone() throws IOException {
        assertEquals(0, train(FILE).exitCode());
        byte[] before = Files.readAllBytes(folder.resolve("out/metrics.csv"));
        assertEquals(
                "2 augstream: DIR/out: holds a training; --out would take another folder",
                CommandRun.of("measure", folder.resolve("p.yaml"), "--force", "--out", folder.resolve("out"))
                        .failure(folder));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("out/metrics.csv")));
    }

    @Test
    void resumingTellsWhatDiffers() throws IOException {
        assertEquals(0, train(FILE).exitCode());
        assertEquals(
                "2 augstream: DIR/out: was trained by another pipeline file: train.epochs was 3 and is 4; a training goes"
                        + " on as it began, and one with other settings needs another --out",
                resumed("--set", "train.epochs=4").failure(folder));
        assertTrue(resumed("--set", "network.1.dense.units=5").err().contains("network[1].dense.units was 4 and is 5"));
        assertTrue(resumed("--set", "train.copies=5").err().contains("train.copies was not set and is 5"));
        assertEquals(
                "2 augstream: DIR/out: was trained with seed 1, not 2",
                resumed("--seed=2").failure(folder));
    }

    @Test
    void resumingWhatIsDoneScoresItAgain() throws IOException {
        CommandRun run = train(FILE);
        byte[] metrics = Files.readAllBytes(folder.resolve("out/metrics.csv"));
        CommandRun again = resumed();
        assertEquals("0 ", again.failure(folder));
        assertEquals(scores(run), scores(again));
        assertArrayEquals(metrics, Files.readAllBytes(folder.resolve("out/metrics.csv")));
    }

    @Test
    void resumingNothingIsRefused() throws IOException {
        assertEquals(
                "2 augstream: DIR/out: no training to go on with: DIR/out/last.safetensors is missing",
                resumed().failure(folder));
    }

    @Test
    void aTruncatedCheckpointIsWrongDataAndStays() throws IOException {
        assertEquals(0, train(FILE).exitCode());
        Path last = folder.resolve("out/last.safetensors");
        byte[] half = java.util.Arrays.copyOf(Files.readAllBytes(last), 3000);
        Files.write(last, half);
        CommandRun run = resumed();
        assertEquals(3, run.exitCode(), run.err());
        assertEquals(1, run.errorLines().size(), run.err());
        assertArrayEquals(half, Files.readAllBytes(last));
    }

    @Test
    void aLossThatIsNoNumberEndsWithLayerAndStepAndKeepsTheLastGoodWeights() throws IOException {
        // Each step multiplies the weights by 1 - 0.1 * 10,000 and more: floats end within 13 steps, not in the first
        // 4.
        String wild = FILE.replaceFirst("network: .*", "network: [flatten, dense: {units: classes}]")
                .replace(
                        "epochs: 3, batch: 4, learning_rate: 0.02",
                        "epochs: 9, batch: 4, learning_rate: 0.1, weight_decay: 1e4");
        CommandRun run = train(wild);
        assertEquals(1, run.exitCode(), run.err());
        assertEquals(1, run.errorLines().size(), run.err());
        assertTrue(
                run.err()
                        .matches("(?s).*epoch ([2-4]), step \\d+.*dense.*; .*last.safetensors holds the training after"
                                + " epoch [1-3]\\s*"),
                run.err());
        assertTrue(Files.readAllLines(folder.resolve("out/metrics.csv")).size() > 1);
        assertEquals(
                0,
                CommandRun.of("evaluate", folder.resolve("p.yaml"), "--weights", folder.resolve("out/last.safetensors"))
                        .exitCode());
    }

    @Test
    void earlyStoppingNeedsAValidationSplit() throws IOException {
        String failure = train(
                        FILE.replace("epochs: 3", "epochs: 3, early_stopping: {patience: 1}"),
                        "--set",
                        "data.validation=0")
                .failure(folder);
        assertTrue(
                failure.startsWith("2 augstream: DIR/p.yaml, line 4: train.early_stopping: decides on the val"),
                failure);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void whatDoesNotFitTheImagesIsToldAtItsLineBeforeTraining() throws IOException {
        assertTrue(train(FILE.replace("mirror", "rotate: {degrees: 45, expand: true}, mirror"))
                .failure(folder)
                .startsWith("2 "));
        String batch = train(FILE, "--set", "train.batch=1").failure(folder);
        assertTrue(batch.contains("train.batch: must be at least 2"), batch);
        String units = train(FILE.replace("units: classes", "units: 3")).failure(folder);
        assertTrue(units.contains("the last layer gives 3 values, and there are 2 classes"), units);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void missingOrContradictingFoldersAreTold() throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), FILE);
        assertEquals(
                "2 augstream: --out DIR must say where the training goes, or --resume DIR which one to go on with (see"
                        + " 'augstream train --help')",
                CommandRun.of("train", file).failure(folder));
        assertEquals(
                "2 augstream: --resume goes on in its own folder: leave --out out (see 'augstream train --help')",
                CommandRun.of("train", file, "--out=a", "--resume=b").failure(folder));
        assertEquals(
                "2 augstream: --threads must lie in [1, 1024], got 0 (see 'augstream train --help')",
                train(FILE, "--threads=0").failure(folder));
    }

    @Test
    void moreThreadsThanAnyMachineHasAreRefused() throws IOException {
        assertEquals(
                "2 augstream: --threads must lie in [1, 1024], got 1000000 (see 'augstream train --help')",
                train(FILE, "--threads=1000000").failure(folder));
        String setting = train(FILE, "--set", "train.threads=1025").failure(folder);
        assertTrue(setting.contains("threads must lie in [1, 1024], got 1025"), setting);
    }

    @Test
    void aPipelineFileOfTheUsersIsNotReplaced() throws IOException {
        Pictures.text(folder.resolve("out/pipeline.yaml"), "mine");
        assertEquals(
                "2 augstream: DIR/out/pipeline.yaml: is there already, and a training writes its own; --out would take"
                        + " another folder",
                train(FILE).failure(folder));
        assertEquals("mine", Files.readString(folder.resolve("out/pipeline.yaml")));
    }

    @Test
    void whileATrainingIsAtWorkNoOtherOneGoesOnWithIt() throws IOException {
        assertEquals(0, train(FILE).exitCode());
        byte[] before = Files.readAllBytes(folder.resolve("out/last.safetensors"));
        try (FileChannel pipeline = FileChannel.open(folder.resolve("out/pipeline.yaml"), StandardOpenOption.WRITE)) {
            pipeline.lock();
            assertEquals(
                    "2 augstream: DIR/out: a training is at work here; wait for its end, or stop it",
                    resumed().failure(folder));
        }
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("out/last.safetensors")));
        assertEquals("0 ", resumed().failure(folder));
    }

    @Test
    void resumingOnOtherDataIsRefusedBeforeTheTable() throws IOException {
        assertEquals(0, train(FILE).exitCode());
        Path one = folder.resolve("data/train/flat/0.png");
        byte[] bytes = Files.readAllBytes(one);
        Pictures.write(one, Pictures.slope(8, 8, 3, 5));
        assertOtherData("images then: 16 training images (SHA-256 ");
        Files.write(one, bytes);
        for (String split : List.of("train", "test")) {
            Files.move(
                    folder.resolve("data").resolve(split).resolve("flat"),
                    folder.resolve("data").resolve(split).resolve("even"));
        }
        assertOtherData("classes then: [flat, steep], now: [even, steep]; ");
    }

    private void assertOtherData(String what) throws IOException {
        CommandRun run = resumed();
        String failure = run.failure(folder);
        assertTrue(
                failure.startsWith("3 augstream: DIR/out/last.safetensors: was trained on other data: " + what),
                failure);
        assertEquals("", run.out());
    }

    @Test
    void resumingWithoutTheBestEpochsFileIsRefused() throws IOException {
        assertEquals(0, train(FILE).exitCode());
        Files.delete(folder.resolve("out/best.safetensors"));
        assertEquals(
                "3 augstream: DIR/out/best.safetensors: is missing, though DIR/out/last.safetensors tells of a best epoch;"
                        + " put it back, or train anew with another --out",
                resumed().failure(folder));
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private byte[] weights(String out, String... options) throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), FILE);
        CommandRun run = CommandRun.of(
                Stream.concat(Stream.of("train", file, "-q", "--out", folder.resolve(out)), Stream.of(options))
                        .toArray());
        assertEquals("0 ", run.failure(folder));
        return Files.readAllBytes(folder.resolve(out).resolve("last.safetensors"));
    }

    private static List<String> scores(CommandRun run) {
        return run.out()
                .lines()
                .filter(line -> List.of("train", "validation", "test").contains(first(line)))
                .toList();
    }

    private static String first(String line) {
        return line.strip().split(" ", 2)[0];
    }

    private CommandRun train(String yaml, String... options) throws IOException {
        return run(yaml, "--out", options);
    }

    private CommandRun resumed(String... options) throws IOException {
        return run(FILE, "--resume", options);
    }

    private CommandRun run(String yaml, String where, String... options) throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), yaml);
        return CommandRun.of(Stream.concat(Stream.of("train", file, where, folder.resolve("out")), Stream.of(options))
                .toArray());
    }
}
