package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreprocessCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theAccountAddsUpAndUnreadableImagesAreQuarantined() throws IOException {
        Path data = Pictures.twoClasses(folder.resolve("data"));
        Pictures.text(data.resolve("train/flat/broken.png"), "hello");
        CommandRun run = preprocessed(data, "--copies=2");
        assertEquals(
                """
                images read:  28 of 29
                quarantined:  1 (DIR/out/quarantine.jsonl says why)
                written:      56 (DIR/out/manifest.jsonl)
                """,
                run.out().replace(folder.toString(), "DIR").replace(System.lineSeparator(), "\n"));
        assertEquals("0 ", run.failure(folder));
        assertEquals(
                56, Files.readAllLines(folder.resolve("out/manifest.jsonl")).size());
        assertEquals(
                1, Files.readAllLines(folder.resolve("out/quarantine.jsonl")).size());
    }

    @Test
    void dataOfWhichNothingCanBeReadIsWrong() throws IOException {
        Path data = folder.resolve("data");
        Pictures.text(data.resolve("train/a/broken.png"), "hello");
        assertEquals(
                "3 augstream: DIR/data: none of the 1 images could be read",
                preprocessed(data).failure(folder));
    }

    @Test
    void aFolderThatIsNotThereIsWrongData() throws IOException {
        assertEquals(
                "3 augstream: DIR/nowhere: no such folder",
                preprocessed(folder.resolve("nowhere")).failure(folder));
    }

    @Test
    void anOutputThatHoldsTheDataIsRefused() throws IOException {
        Path data = Pictures.twoClasses(folder.resolve("out/data"));
        assertEquals(
                "2 augstream: the output folder DIR/out holds the data DIR/out/data; give one beside it",
                preprocessed(data).failure(folder));
    }

    @Test
    void anOutputThatLeadsIntoTheDataIsRefused() throws IOException {
        Path data = Pictures.twoClasses(folder.resolve("data"));
        Path inside = Files.createDirectory(data.resolve("new"));
        Files.createSymbolicLink(folder.resolve("out"), inside);
        assertEquals(
                "2 augstream: the output folder DIR/out lies inside the data DIR/data; give one outside of it",
                preprocessed(data).failure(folder));
    }

    @Test
    void anOutputThatIsAFileIsRefusedInWords() throws IOException {
        Path data = Pictures.twoClasses(folder.resolve("data"));
        Pictures.text(folder.resolve("out"), "in the way");
        assertEquals(
                "2 augstream: DIR/out: is a file; results need a folder",
                preprocessed(data).failure(folder));
    }

    @Test
    void anOutputBelowAFileFailsInWords() throws IOException {
        Path data = Pictures.twoClasses(folder.resolve("data"));
        Path file = Pictures.text(folder.resolve("p.yaml"), "stages:\n  - mirror\n");
        assertEquals(
                "1 augstream: cannot write the account of DIR/p.yaml/out: Not a directory",
                CommandRun.of("preprocess", file, "--in", data, "--out", file.resolve("out"))
                        .failure(folder));
    }

    @Test
    void aStageThatDoesNotFitIsTheFilesFaultAndTheFolderStaysFree() throws IOException {
        Path data = Pictures.twoClasses(folder.resolve("data"));
        Path file = Pictures.text(
                folder.resolve("p.yaml"),
                "data: {prepare: {channels: 1}}\nstages:\n  - rotate: {degrees: 5, fill: [1, 2, 3]}\n");
        assertEquals(
                "2 augstream: DIR/p.yaml, line 3: stage 'rotate', image 'train/flat/0.png': fill has 3 levels, but the image has 1 channel;"
                        + " give one level, or one a channel",
                CommandRun.of("preprocess", file, "--in", data, "--out", folder.resolve("out"))
                        .failure(folder));
        assertEquals("0 ", preprocessed(data).failure(folder));
    }

    @Test
    void aFillThatDoesNotFitEndsTheJobThoughItIsHardlyEverDrawnAndWhatIsLeftIsTold() throws IOException {
        Path data = folder.resolve("data");
        for (int i = 0; i < 8; i++) {
            Pictures.write(data.resolve("train/a/" + i + ".png"), Pictures.slope(4, 4, i < 7 ? 3 : 1, 20));
        }
        Path file = Pictures.text(
                folder.resolve("p.yaml"), "stages:\n  - rand_augment: {fill: [1, 2, 3], p: 0.000001, num_ops: 1}\n");
        Path out = folder.resolve("out");
        assertEquals(
                "2 augstream: DIR/p.yaml, line 2: stage 'rand_augment/1/shear_x', image 'train/a/7.png': fill has 3 levels,"
                        + " but the image has 1 channel; give one level, or one a channel; 7 pictures were written before that and"
                        + " left in DIR/out, which has no manifest.jsonl; remove that folder before another run",
                CommandRun.of("preprocess", file, "--in", data, "--out", out).failure(folder));
        try (Stream<Path> left = Files.walk(out)) {
            assertEquals(
                    IntStream.range(0, 7).mapToObj(i -> i + ".png.0.png").toList(),
                    left.filter(Files::isRegularFile)
                            .map(path -> path.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    private CommandRun preprocessed(Path data, String... more) throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), "stages:\n  - mirror\n");
        Path out = folder.resolve("out");
        return more.length == 0
                ? CommandRun.of("preprocess", file, "--in", data, "--out", out)
                : CommandRun.of("preprocess", file, "--in", data, "--out", out, more[0]);
    }
}
