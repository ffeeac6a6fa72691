package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in the pipeline file or on the command line: one line that says what is wrong, and exit code 2. */
final class WrongPipelineFileTest {
    @TempDir
    private Path folder;

    @Test
    void aMisspeltStageIsToldWithASuggestion() throws IOException {
        assertEquals(
                "2 augstream: DIR/p.yaml, line 2: stages[0].rotat: no stage is called 'rotat'; did you mean 'rotate'?",
                applied("stages:\n  - rotat: {degrees: 5}\n").replaceFirst("; allowed: affine, .*", ""));
    }

    @Test
    void aNegativeSigmaIsToldWithItsLine() throws IOException {
        assertEquals(
                "2 augstream: DIR/p.yaml, line 3: stages[0].smooth: sigma must lie in [0, 100] pixels, got -1",
                applied("stages:\n  - smooth:\n      sigma: -1\n"));
    }

    @Test
    void aMisspeltKeyOfTheWholeFileIsToldWithASuggestion() throws IOException {
        assertEquals(
                "2 augstream: DIR/p.yaml, line 2: unknown key 'sages'; did you mean 'stages'?;"
                        + " allowed: stages, name, data, network, train, measure, claims",
                applied("stages: []\nsages: []\n"));
    }

    @Test
    void aFileWithoutStagesHasNothingToApply() throws IOException {
        assertEquals("2 augstream: DIR/p.yaml, line 1: 'stages' is missing", applied("name: empty\n"));
    }

    @Test
    void aMissingFileIsNamed() {
        assertEquals(
                "2 augstream: DIR/none.yaml: no such file",
                CommandRun.of("apply", folder.resolve("none.yaml"), "in.png", "out.png")
                        .failure(folder));
    }

    @Test
    void aFolderIsNoPipelineFile() {
        assertEquals(
                "2 augstream: DIR: is a folder, not a pipeline file",
                CommandRun.of("apply", folder, "in.png", "out.png").failure(folder));
    }

    @Test
    void anOverrideIsCheckedAsTheFileIs() throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), "stages:\n  - mirror\n");
        assertEquals(
                "2 augstream: --set stages.mirror.p=2: stages[0].mirror: p must lie in [0, 1], got 2.0",
                CommandRun.of("apply", file, "in.png", "out.png", "--set", "stages.mirror.p=2")
                        .failure(folder));
        assertEquals(
                "2 augstream: --set takes KEY=VALUE, such as train.epochs=5, got 'p'"
                        + " (see 'augstream apply --help')",
                CommandRun.of("apply", file, "in.png", "out.png", "--set", "p").failure(folder));
    }

    @Test
    void anEmptyDataRootIsNotTakenForTheWorkingDirectory() throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), "stages:\n  - mirror\n");
        assertEquals(
                "2 augstream: --set data.root=: the value is missing; write null for none",
                CommandRun.of("apply", file, "in.png", "out.png", "--set", "data.root=")
                        .failure(folder));
    }

    private String applied(String yaml) throws IOException {
        Path file = Pictures.text(folder.resolve("p.yaml"), yaml);
        return CommandRun.of("apply", file, "in.png", "out.png").failure(folder);
    }
}
