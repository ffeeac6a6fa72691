package io.augstream.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Datasets;
import io.augstream.dataset.Preparation;
import io.augstream.image.Image;
import io.augstream.image.ImageFiles;
import io.augstream.pipeline.Pipeline;
import io.augstream.pipeline.SingleStage;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreprocessingTest {
    @TempDir
    private Path folder = Path.of("");

    private Path data = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void drawADataSet() throws IOException {
        data = folder.resolve("data");
        out = folder.resolve("out");
        for (int i = 0; i < 6; i++) {
            draw("train/cat/deep/a" + i + ".png", 10 * i);
            draw("train/dog/b" + i + ".png", 10 * i + 5);
        }
        draw("test/cat/c.png", 200);
        draw("test/dog/c.png", 201);
    }

    @Test
    void everyCopyIsWrittenWithALineOfItsOwn() throws IOException {
        Tally tally = run(out, Pictures.paintedAtRandom(), 3, 2);

        assertEquals(new Tally(14, 3, 14, 0), tally);
        assertEquals(42, tally.written());
        List<String> lines = Files.readAllLines(out.resolve("manifest.jsonl"));
        assertEquals(42, lines.size());
        assertEquals(
                42,
                files(out).keySet().stream()
                        .filter(name -> name.endsWith(".png"))
                        .count());
        int drawn = Pictures.painted(7, 2, "train/cat/deep/a0.png");
        Path image = out.resolve("train/cat/deep/a0.png.2.png");
        assertEquals(drawn, ImageFiles.read(image).sample(0, 0, 0));
        assertEquals(
                "{\"id\":\"train/cat/deep/a0.png\",\"source\":\"train/cat/deep/a0.png\",\"label\":\"cat\",\"copy\":2,"
                        + "\"draws\":[{\"stage\":\"paint\",\"operation\":\"painted\",\"value\":" + drawn
                        + "}],\"output\":\"train/cat/deep/a0.png.2.png\",\"output_sha256\":\"" + sha256(image) + "\"}",
                lines.get(2));
        assertTrue(Files.readString(out.resolve("quarantine.jsonl")).isEmpty());
    }

    @Test
    void aBrokenFileIsQuarantinedWithItsReasonAndTheAccountAddsUp() throws IOException {
        Files.writeString(data.resolve("train/dog/b2.png"), "this is no picture");

        List<Tally> told = new ArrayList<>();
        Tally tally = run(out, Pipeline.none(), 2, 2, told);

        assertEquals(new Tally(14, 2, 13, 1), tally);
        assertEquals(14, told.size());
        assertEquals(tally, told.get(13));
        assertEquals(26, Files.readAllLines(out.resolve("manifest.jsonl")).size());
        List<String> quarantine = Files.readAllLines(out.resolve("quarantine.jsonl"));
        assertEquals(1, quarantine.size());
        assertTrue(quarantine
                .get(0)
                .startsWith("{\"id\":\"train/dog/b2.png\",\"source\":\"train/dog/b2.png\",\"reason\":\""));
        assertFalse(Files.exists(out.resolve("train/dog/b2.png.0.png")));
    }

    @Test
    void aStageThatFailsEndsTheJobAndLeavesNoHalfDoneSample() throws IOException {
        Pipeline failsOnLaterCopies = Pipeline.of(List.of(new SingleStage("fail", 1, (size, random) -> {
            if (random.nextDouble() < 0.5) {
                throw new IllegalArgumentException("no such luck");
            }
            return image -> image;
        })));
        IllegalArgumentException failed =
                assertThrows(IllegalArgumentException.class, () -> run(out, failsOnLaterCopies, 2, 2));

        assertEquals("no such luck", failed.getMessage());
        Set<String> left = files(out).keySet();
        assertFalse(left.contains("manifest.jsonl"), left::toString);
        assertEquals(copies(left, ".0.png"), copies(left, ".1.png"));
        assertEquals(Set.of(), copies(left, ".part"));
    }

    @Test
    void aStageThatDoesNotFitAnImageIsTheFilesFaultAndQuarantinesNothing() {
        Settings settings = Settings.parse("stages: [rotate: {degrees: 5, fill: [1, 2, 3]}]", "p.yaml", Path.of(""));

        SettingsException misfit = assertThrows(SettingsException.class, () -> run(out, Pipeline.from(settings), 1, 2));

        assertEquals(
                "p.yaml, line 1: stage 'rotate', image 'train/cat/deep/a0.png': fill has 3 levels, but the image has 1 channel;"
                        + " give one level, or one a channel",
                misfit.getMessage());
        assertFalse(Files.exists(out.resolve("manifest.jsonl")));
        assertFalse(Files.exists(out.resolve("quarantine.jsonl")));
    }

    @Test
    void theQuarantineIsTheSameWhereverTheDataLies() throws IOException {
        Files.writeString(data.resolve("train/dog/b2.png"), "this is no picture");
        run(out, Pipeline.none(), 1, 1);

        assertEquals(
                "{\"id\":\"train/dog/b2.png\",\"source\":\"train/dog/b2.png\",\"reason\":"
                        + "\"train/dog/b2.png: not an image (no known format begins like this)\"}\n",
                Files.readString(out.resolve("quarantine.jsonl")));
    }

    /** The names with {@code ending}, without it. */
    private static Set<String> copies(Set<String> names, String ending) {
        return names.stream()
                .filter(name -> name.endsWith(ending))
                .map(name -> name.substring(0, name.length() - ending.length()))
                .collect(Collectors.toSet());
    }

    @Test
    void twoRunsAtParallelism1And8WriteTheSameBytes() throws IOException {
        Files.writeString(data.resolve("train/cat/deep/a3.png"), "this is no picture");
        Path again = folder.resolve("again");
        run(out, Pictures.paintedAtRandom(), 2, 1);
        run(again, Pictures.paintedAtRandom(), 2, 8);

        Map<String, byte[]> first = files(out);
        Map<String, byte[]> second = files(again);
        assertEquals(first.keySet(), second.keySet());
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
    }

    @Test
    void aFolderThatHoldsAFinishedRunIsRefusedAndLeftAlone() throws IOException {
        run(out, Pipeline.none(), 1, 2);
        Map<String, byte[]> before = files(out);

        SettingsException refused =
                assertThrows(SettingsException.class, () -> run(out, Pictures.paintedAtRandom(), 1, 2));
        assertTrue(String.valueOf(refused.getMessage()).contains("manifest.jsonl"));
        Map<String, byte[]> after = files(out);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));
    }

    @Test
    void aRunThatCannotWriteFailsAndLeavesNoManifest() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("test"), "a file where a folder should be");

        UncheckedIOException failed = assertThrows(UncheckedIOException.class, () -> run(out, Pipeline.none(), 1, 2));
        assertTrue(String.valueOf(failed.getMessage()).startsWith("cannot write " + out.resolve("test")));
        assertFalse(Files.exists(out.resolve("manifest.jsonl")));
    }

    /** They would lie among the new ones, and no manifest would tell of them. */
    @Test
    void picturesOfARunThatDidNotEndAreRefused() throws IOException {
        Files.createDirectories(out.resolve("train/cat"));
        Files.writeString(out.resolve("train/cat/one.png.0.png.part"), "half a picture");
        SettingsException refused = assertThrows(SettingsException.class, () -> run(out, Pipeline.none(), 1, 2));
        assertEquals(
                out
                        + " has files in train and no manifest.jsonl, as a run leaves that did not end; they would be among the new"
                        + " pictures: give another folder, or remove " + out,
                refused.getMessage());
        assertFalse(Files.exists(out.resolve("manifest.jsonl.part")));
    }

    @Test
    void outputInsideTheDataIsRefused() {
        assertThrows(SettingsException.class, () -> run(data.resolve("train/cat"), Pipeline.none(), 1, 1));
    }

    @Test
    void picturesWithoutClassFoldersHaveNoLabel() throws IOException {
        data = folder.resolve("flat");
        draw("one.png", 1);
        run(out, Pipeline.none(), 1, 1);
        assertTrue(Files.readString(out.resolve("manifest.jsonl"))
                .startsWith("{\"id\":\"train/one.png\",\"source\":\"one.png\",\"label\":null,\"copy\":0,\"draws\":[],"
                        + "\"output\":\"train/one.png.0.png\","));
    }

    private Tally run(Path target, Pipeline pipeline, int copies, int parallelism) {
        return run(target, pipeline, copies, parallelism, new ArrayList<>());
    }

    private Tally run(Path target, Pipeline pipeline, int copies, int parallelism, List<Tally> told) {
        PreprocessingSettings settings = new PreprocessingSettings(
                data, Datasets.openToRead(data, null), Preparation.NONE, pipeline, 7, copies, target);
        try (StreamRuntime runtime = new StreamRuntime(parallelism)) {
            return new Preprocessing(runtime, settings).run(told::add);
        }
    }

    private void draw(String name, int value) throws IOException {
        Path file = data.resolve(name);
        Image image = Pictures.plain(value);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, ImageFiles.encodePng(image));
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
