package io.augstream.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.augstream.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayCommandTest {
    private static final CommandRun SILENT = new CommandRun(0, "", "");

    @TempDir
    private Path folder;

    private Path stages;
    private Path drawn;

    @BeforeEach
    void writePipeline() throws IOException {
        drawn = folder.resolve("drawn.jsonl");
        stages = Pictures.text(
                folder.resolve("stages.yaml"),
                """
                stages:
                  - one_of:
                      stages:
                        - noise: {std: 0.2}
                        - rotate: {degrees: [-40, 40]}
                  - shift: {pixels: [-3, 3]}
                """);
    }

    @Test
    void aFolderThatWasAppliedComesOutAgainWithTheSameBytes() throws IOException {
        Path pictures = folder.resolve("pictures");
        for (int i = 0; i < 6; i++) {
            Pictures.write(pictures.resolve("a" + i % 2 + "/" + i + ".png"), Pictures.slope(9, 8, 1 + i % 2 * 2, 20));
        }
        Path first = folder.resolve("first");
        assertEquals(SILENT, CommandRun.of("apply", stages, pictures, first, "--seed=3", "--record", drawn));
        Path second = folder.resolve("second");
        assertEquals(SILENT, CommandRun.of("replay", drawn, pictures, second));
        for (PictureFolder.Entry entry : PictureFolder.entries(first)) {
            assertArrayEquals(
                    Files.readAllBytes(entry.file()), Files.readAllBytes(second.resolve(entry.id())), entry.id());
        }
    }

    @Test
    void everyLineOfAManifestGivesTheBytesOfItsFile() throws IOException {
        Path data = Pictures.twoClasses(folder.resolve("data"));
        Path out = folder.resolve("out");
        assertEquals(
                0,
                CommandRun.of("preprocess", stages, "--in", data, "--out", out, "--copies=2", "--quiet")
                        .exitCode());
        for (int copy = 0; copy < 2; copy++) {
            Path again = folder.resolve("again" + copy);
            assertEquals(
                    SILENT,
                    CommandRun.of(
                            "replay",
                            out.resolve("manifest.jsonl"),
                            data.resolve("train/flat/4.png"),
                            again.resolve("4.png"),
                            "--sample=train/flat/4.png",
                            "--copy=" + copy));
            Path written = writtenFor(out, "train/flat/4.png", copy);
            assertArrayEquals(Files.readAllBytes(written), Files.readAllBytes(again.resolve("4.png")));
        }
        assertFalse(Arrays.equals(
                Files.readAllBytes(folder.resolve("again0/4.png")),
                Files.readAllBytes(folder.resolve("again1/4.png"))));
    }

    private static Path writtenFor(Path out, String id, int copy) throws IOException {
        String begin = "{\"id\":\"" + id + "\",";
        String line = Files.readAllLines(out.resolve("manifest.jsonl")).stream()
                .filter(each -> each.startsWith(begin) && each.contains("\"copy\":" + copy + ","))
                .findFirst()
                .orElseThrow();
        return out.resolve(line.replaceFirst(".*\"output\":\"([^\"]*)\".*", "$1"));
    }

    @Test
    void oneLineGoesForAnyImage() throws IOException {
        Path turn = Pictures.text(folder.resolve("turn.yaml"), "stages:\n  - rotate: {degrees: 180}\n");
        Path left = Pictures.write(folder.resolve("left.png"), Pictures.slope(3, 1, 1, 10));
        Path right = Pictures.write(folder.resolve("right.png"), Pictures.slope(3, 1, 1, 50));
        assertEquals(SILENT, CommandRun.of("apply", turn, left, folder.resolve("l.png"), "--record", drawn));
        assertEquals(SILENT, CommandRun.of("replay", drawn, right, folder.resolve("r.png")));
        assertArrayEquals(
                new byte[] {100, 50, 0},
                ImageFiles.read(folder.resolve("r.png")).samples());
        assertEquals(
                "2 augstream: DIR/drawn.jsonl: has no draws for 'right.png'",
                CommandRun.of("replay", drawn, right, folder.resolve("r.png"), "--sample=right.png")
                        .failure(folder));
    }

    @Test
    void theOnlyLineMustBeOfTheCopyThatIsAskedFor() throws IOException {
        Path in = Pictures.write(folder.resolve("in.png"), Pictures.slope(4, 4, 1, 20));
        Path out = folder.resolve("o.png");
        Pictures.text(drawn, "{\"id\":\"a.png\",\"copy\":2,\"draws\":[]}\n");
        assertEquals(SILENT, CommandRun.of("replay", drawn, in, out));
        assertEquals(SILENT, CommandRun.of("replay", drawn, in, out, "--copy=2"));
        assertEquals(
                "2 augstream: DIR/drawn.jsonl: has no draws of copy 0; its only line is 'a.png', copy 2",
                CommandRun.of("replay", drawn, in, out, "--copy=0").failure(folder));
    }

    @Test
    void theRecordReplacesNoPicture() throws IOException {
        Path in = Pictures.write(folder.resolve("pictures/in.png"), Pictures.slope(4, 4, 1, 20));
        Path out = folder.resolve("out.png");
        String refusal = "2 augstream: --record must lie outside of INPUT and OUTPUT and not be PIPELINE, got DIR/";
        String help = " (see 'augstream apply --help')";
        assertEquals(
                refusal + "pictures/in.png" + help,
                CommandRun.of("apply", stages, in, out, "--record", in).failure(folder));
        assertEquals(
                refusal + "out.png" + help,
                CommandRun.of("apply", stages, in, out, "--record", out).failure(folder));
        assertEquals(
                refusal + String.valueOf(stages.getFileName()) + help,
                CommandRun.of("apply", stages, in, out, "--record", stages).failure(folder));
        assertEquals(
                "2 augstream: --record must be a file name, but DIR/taken is a folder" + help,
                CommandRun.of("apply", stages, in, out, "--record", Files.createDirectory(folder.resolve("taken")))
                        .failure(folder));
        assertFalse(Files.exists(out));
        assertEquals(
                refusal + "pictures/new" + help,
                CommandRun.of(
                                "apply",
                                stages,
                                requireNonNull(in.getParent()),
                                folder.resolve("o"),
                                "--record",
                                in.resolveSibling("new"))
                        .failure(folder));
    }

    @Test
    void anImageWithoutDrawsIsRefusedAndNothingWritten() throws IOException {
        Path pictures = folder.resolve("pictures");
        Pictures.write(pictures.resolve("a.png"), Pictures.slope(4, 4, 1, 20));
        Pictures.write(pictures.resolve("b.png"), Pictures.slope(4, 4, 1, 20));
        assertEquals(SILENT, CommandRun.of("apply", stages, pictures, folder.resolve("out"), "--record", drawn));
        Pictures.write(pictures.resolve("c.png"), Pictures.slope(4, 4, 1, 20));
        Path again = folder.resolve("again");
        assertEquals(
                "2 augstream: DIR/drawn.jsonl: has no draws for 'c.png'",
                CommandRun.of("replay", drawn, pictures, again).failure(folder));
        assertEquals(0, PictureFolder.files(Files.createDirectories(again)).size());
    }

    @Test
    void aWrongLineIsToldByItsNumber() throws IOException {
        Path in = Pictures.write(folder.resolve("in.png"), Pictures.slope(4, 4, 1, 20));
        String good = "{\"id\":\"in.png\",\"draws\":[]}\n";
        assertEquals(
                "2 augstream: DIR/drawn.jsonl, line 2: must be a mapping with an 'id' and its 'draws'",
                replayed(in, good + "[]\n"));
        assertEquals("2 augstream: DIR/drawn.jsonl, line 2: 'in.png' has a line already", replayed(in, good + good));
        assertEquals(
                "2 augstream: DIR/drawn.jsonl, line 1: draws[0]: stage 'm', operation 'mirror': 'axis' is missing",
                replayed(in, "{\"id\":\"in.png\",\"draws\":[{\"stage\":\"m\",\"operation\":\"mirror\"}]}\n"));
        assertEquals(
                "2 augstream: DIR/drawn.jsonl, line 1: draws: must be a list of draws",
                replayed(in, "{\"id\":\"in.png\"}\n"));
        assertEquals("2 augstream: DIR/drawn.jsonl: has no draws for 'in.png'", replayed(in, ""));
        assertEquals(
                "2 augstream: DIR/none.jsonl: no such file",
                CommandRun.of("replay", folder.resolve("none.jsonl"), in, folder.resolve("o.png"))
                        .failure(folder));
    }

    private String replayed(Path in, String lines) throws IOException {
        return CommandRun.of("replay", Pictures.text(drawn, lines), in, folder.resolve("o.png"))
                .failure(folder);
    }
}
