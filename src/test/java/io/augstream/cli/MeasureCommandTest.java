package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeasureCommandTest {
    private static final String FILE =
            """
            data: {root: data, validation: 0}
            stages: [mirror, noise: {std: 0.1}]
            network: [flatten, dense: {units: classes}]
            train: {epochs: 1, batch: 8}
            measure: {seeds: 2}
            """;

    @TempDir
    private Path folder;

    @Test
    void theTableGoesToStandardOutputAndThreeFilesToTheFolder() throws IOException {
        Pictures.twoClasses(folder.resolve("data"));
        CommandRun run = measured(FILE, "--quiet", "--seeds=1");
        assertEquals("0 ", run.failure(folder));
        for (String arm : new String[] {"none", "mirror", "noise", "all"}) {
            assertTrue(run.out().lines().anyMatch(line -> line.strip().startsWith(arm)), run.out());
        }
        assertTrue(run.out().endsWith("Written to " + folder.resolve("out") + "." + System.lineSeparator()), run.out());
        assertTrue(Files.readString(folder.resolve("out/report.json")).contains("\"test_accuracy\""));
        assertTrue(Files.readString(folder.resolve("out/pipeline.yaml")).contains("seeds:\n  - 1\n  arms:"));
        // A header, and one epoch of one seed for each of the four arms.
        assertEquals(5, Files.readAllLines(folder.resolve("out/metrics.csv")).size());
    }

    @Test
    void anotherExperimentIsReplacedByForceAlone() throws IOException {
        Pictures.twoClasses(folder.resolve("data"));
        assertEquals(0, measured(FILE, "--quiet").exitCode());
        String other = FILE.replace("batch: 8", "batch: 4");
        assertEquals(
                "2 augstream: DIR/out: holds another experiment: train.batch was 8 and is 4; --force would replace it,"
                        + " --out would take another folder",
                measured(other, "--quiet").failure(folder));
        assertEquals("0 ", measured(other, "--quiet", "--force").failure(folder));
    }

    @Test
    void aFinishedExperimentTellsItsTableAgain() throws IOException {
        Pictures.twoClasses(folder.resolve("data"));
        CommandRun first = measured(FILE, "--quiet");
        String report = Files.readString(folder.resolve("out/report.json"));
        CommandRun again = measured(FILE, "--quiet");
        assertEquals("0 ", again.failure(folder));
        assertEquals(
                first.out()
                        .replace(
                                "Written to " + folder.resolve("out"),
                                "Nothing was left to do: " + folder.resolve("out")
                                        + " holds this experiment, finished"),
                again.out());
        assertEquals(report, Files.readString(folder.resolve("out/report.json")));
    }

    @Test
    void severalFilesGetAFolderEachAndOneIndex() throws IOException {
        Pictures.twoClasses(folder.resolve("data"));
        String claim = "claims: [{text: 'A | B', arm: mirror, direction: greater, expected: not_shown}]\n";
        Path one = Pictures.text(folder.resolve("one.yaml"), FILE.replace("mirror,", "mirror: {p: 0},") + claim);
        Path two = Pictures.text(folder.resolve("two.yaml"), FILE);
        Path out = folder.resolve("all");

        CommandRun run = CommandRun.of("measure", one, two, "--out", out, "--seeds=5", "--quiet", "--strict");

        assertEquals("0 ", run.failure(folder));
        assertTrue(Files.exists(out.resolve("one/report.html")) && Files.exists(out.resolve("two/report.html")));
        assertTrue(run.out().endsWith("All claims: " + out.resolve("index.html") + System.lineSeparator()), run.out());
        assertEquals(
                List.of(
                        "| file | claim | came out, 95% | answer |",
                        "|---|---|---|---|", "| one | A \\| B | 0.0 ±0.0 points | not shown |"),
                Files.readAllLines(out.resolve("claims.md")));
        String index = Files.readString(out.resolve("index.html"));
        assertTrue(index.contains("1 claim of 2 experiments"), index);
        assertTrue(index.contains("<a href=\"two/report.html\"><bdi>two</bdi></a>"), index);
    }

    @Test
    void twoFilesOfOneNameAreRefusedBeforeAnyTraining() throws IOException {
        Path one = Pictures.text(folder.resolve("a.yaml"), "name: same\n" + FILE);
        Path two = Pictures.text(folder.resolve("b.yaml"), "name: same\n" + FILE);
        assertEquals(
                "2 augstream: DIR/b.yaml: is called 'same', as a file before it is; 'name' renames it",
                CommandRun.of("measure", one, two, "--out", folder.resolve("all"))
                        .failure(folder));
        assertFalse(Files.exists(folder.resolve("all")));
    }

    /** A stage that never applies changes nothing, so nothing is shown of it. */
    @Test
    void strictTellsAnUnexpectedAnswerByTheExitCode() throws IOException {
        Pictures.twoClasses(folder.resolve("data"));
        String claims = FILE.replace("mirror,", "mirror: {p: 0},").replace("seeds: 2", "seeds: 5, arms: [none, mirror]")
                + "claims: [{text: Mirroring helps., arm: mirror, direction: greater, expected: EXPECTED}]\n";

        CommandRun expected = measured(claims.replace("EXPECTED", "not_shown"), "--quiet", "--strict");
        assertEquals("0 ", expected.failure(folder));
        assertTrue(expected.out().contains("not shown     Mirroring helps."), expected.out());
        CommandRun unexpected = measured(claims.replace("EXPECTED", "held"), "--quiet", "--strict", "--force");
        assertEquals(4, unexpected.exitCode());
        assertTrue(unexpected.out().contains("expected: held"), unexpected.out());
        assertEquals(
                0,
                measured(claims.replace("EXPECTED", "held"), "--quiet", "--force")
                        .exitCode());
    }

    @Test
    void anOverriddenDataRootIsRelativeToTheWorkingDirectory() {
        Path missing = Path.of("no-such-data").toAbsolutePath();
        assertEquals("3 augstream: " + missing + ": no such folder", wrong(FILE, "--set", "data.root=no-such-data"));
    }

    @Test
    void aMissingFolderIsWrongDataAndLeavesNoResultsFolder() {
        assertEquals("3 augstream: DIR/data: no such folder", wrong(FILE));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void anEmptyClassIsWrongData() throws IOException {
        Path data = Pictures.twoClasses(folder.resolve("data"));
        Files.createDirectories(data.resolve("train/empty"));
        assertOneLineOfWrongData("empty");
    }

    @Test
    void aTextFileNamedPngIsWrongData() throws IOException {
        Path data = Pictures.twoClasses(folder.resolve("data"));
        Pictures.text(data.resolve("train/flat/0.png"), "hello");
        assertOneLineOfWrongData("train/flat/0.png");
    }

    @Test
    void aTruncatedIdxFileIsWrongData() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        // The header promises two images of 2x2 pixels and two labels; one image and a half follow.
        Files.write(
                data.resolve("train-images-idx3-ubyte"),
                bytes(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6));
        Files.write(data.resolve("train-labels-idx1-ubyte"), bytes(0, 0, 8, 1, 0, 0, 0, 2, 0, 1));
        assertOneLineOfWrongData("train-images-idx3-ubyte");
    }

    @Test
    void aMistakeInAnySectionIsToldBeforeDataIsRead() {
        assertEquals(
                "2 augstream: DIR/p.yaml, line 4: train: unknown key 'epoch'; did you mean 'epochs'?",
                wrong(FILE.replace("epochs", "epoch")).replaceFirst("; allowed: .*", ""));
    }

    private void assertOneLineOfWrongData(String named) {
        String failure = wrong(FILE);
        assertTrue(failure.startsWith("3 augstream: DIR/data") && failure.contains(named), failure);
        assertEquals(1, failure.lines().count(), failure);
        assertFalse(Files.exists(folder.resolve("out/report.json")));
    }

    private String wrong(String yaml, String... options) {
        try {
            return measured(yaml, options).failure(folder);
        } catch (IOException e) {
            throw new AssertionError("the pipeline file cannot be written", e);
        }
    }

    private CommandRun measured(String yaml, String... options) throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), yaml);
        return CommandRun.of(
                Stream.concat(Stream.of("measure", file, "--out", folder.resolve("out")), Stream.of(options))
                        .toArray());
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
