package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @Test
    void aMisspeltCommandIsToldWithASuggestion() {
        assertRefused(
                "Unmatched argument at index 0: 'mesure'; did you mean 'measure'? (see 'augstream --help')", "mesure");
    }

    @Test
    void aMisspeltOptionIsToldWithASuggestion() {
        assertRefused(
                "Unknown option: '--sampel'; did you mean '--sample'? (see 'augstream apply --help')",
                "apply",
                "p.yaml",
                "in.png",
                "out.png",
                "--sampel");
    }

    @Test
    void aMissingCommandAndAMissingParameterAreTold() {
        assertRefused(
                "a command is missing: measure, compare, train, evaluate, predict, preprocess, apply, replay, preview, summary, schema (see 'augstream --help')");
        assertRefused("Missing required parameter: 'PIPELINE' (see 'augstream measure --help')", "measure");
    }

    @Test
    void aNumberMustBeOne() {
        assertRefused(
                "Invalid value for option '--copies': 'two' is not an int (see 'augstream preprocess --help')",
                "preprocess",
                "p.yaml",
                "--in=a",
                "--out=b",
                "--copies=two");
        assertRefused(
                "--copies must be at least 1, got 0 (see 'augstream preprocess --help')",
                "preprocess",
                "p.yaml",
                "--in=a",
                "--out=b",
                "--copies=0");
        assertRefused(
                "--seeds must be at least 1, got 0 (see 'augstream measure --help')", "measure", "p.yaml", "--seeds=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "measure",
                "compare",
                "train",
                "evaluate",
                "predict",
                "preprocess",
                "apply",
                "replay",
                "preview",
                "summary",
                "schema"
            })
    void helpFitsATerminalAndTellsExamples(String command) {
        CommandRun run = command.isEmpty() ? CommandRun.of("--help") : CommandRun.of(command, "--help");
        assertEquals(0, run.exitCode());
        assertEquals(
                List.of(), run.out().lines().filter(line -> line.length() > 80).toList());
        assertTrue(run.out().contains("  augstream " + command), run.out());
    }

    @Test
    void helpTellsTheExitCodes() {
        String help = CommandRun.of("--help").out();
        assertTrue(help.contains("  2   the command line or the pipeline file is wrong"), help);
    }

    @Test
    void versionTellsJavaAndTheKernels() {
        List<String> lines = CommandRun.of("--version").out().lines().toList();
        assertTrue(lines.get(0).startsWith("augstream "), lines.get(0));
        assertTrue(lines.get(1).startsWith("Java " + Runtime.version()), lines.get(1));
        assertTrue(lines.get(2).startsWith("vector kernels"), lines.get(2));
    }

    private static void assertRefused(String problem, Object... arguments) {
        assertEquals(new CommandRun(2, "", "augstream: " + problem + System.lineSeparator()), CommandRun.of(arguments));
    }
}
