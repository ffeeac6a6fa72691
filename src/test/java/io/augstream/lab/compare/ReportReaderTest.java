package io.augstream.lab.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.augstream.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReportReaderTest {
    private static final String REPORT = new DrawnRun("drawn")
            .seeds("2, 1")
            .arm("none", 0.5, 0.4, 0.52, 0.48)
            .arm("rotate", 0.6, 0.1, 0.62, 0.58)
            .verdict("rotate", 0.1, "no_effect_larger", "{\"margin\": 0.005}")
            .report();

    @Test
    void whatRunsAreComparedByIsReadAndUnknownKeysAreLetPass() {
        RunReport report = ReportReader.read(REPORT, "report.json");

        assertEquals("drawn", report.name());
        assertEquals(Optional.of("none"), report.baseline());
        assertEquals(List.of(2L, 1L), report.origin().seeds());
        assertEquals("17, VM, V", report.origin().software().get("java"));
        assertEquals(
                Map.of("files", "ffff", "train", "aaaaaaaaaaaaaaaa", "test", "bbbb"),
                report.origin().digests());
        ReportedArm rotate = report.arm("rotate").orElseThrow();
        assertEquals(List.of(0.58, 0.62), rotate.testInOrder());
        assertEquals(0.1, rotate.gap().mean());
        assertEquals(0.01, rotate.difference().orElseThrow().halfWidth().orElseThrow(), 1e-12);
        assertEquals("no effect larger", rotate.verdict().orElseThrow().words());
        assertEquals(Optional.empty(), report.arm("none").orElseThrow().difference());
    }

    @Test
    void aMissingKeyIsToldByFileAndPath() {
        assertRefused(
                "'provenance.data.sha256.train' is missing, which 'augstream measure' of this version writes",
                "\"train\"",
                "\"trained\"");
        assertRefused(
                "'arms[0].runs[0].seed' is missing, which 'augstream measure' of this version writes",
                "\"seed\"",
                "\"sown\"");
    }

    @Test
    void aWrongValueIsToldWithWhatIsAllowed() {
        assertRefused("name must be a text, got 5", "\"drawn\"", "5");
        assertRefused("arms[0].runs[0].seed must be a whole number, got '2'", "\"seed\": 2", "\"seed\": \"2\"");
        assertRefused("exploratory must be true or false, got null", "false", "null");
        assertRefused("arms[0].test_accuracy.high must be at least low, got 0.3", "0.51", "0.3");
        assertRefused("arms[0].runs[0].test_accuracy must be a number, got 'x'", "0.52", "\"x\"");
        assertRefused("not valid JSON: a number is too large, at most 1.8e308 is allowed", "0.52", "1e999");
        assertRefused(
                "provenance.seeds must be one seed or more, each once, got a list",
                "\"seeds\": [2, 1]",
                "\"seeds\": [1, 1]");
        assertRefused(
                "arms[0].runs must be one run for each of provenance.seeds, got a list",
                "\"seeds\": [2, 1]",
                "\"seeds\": [3, 1]");
    }

    @Test
    void whatIsNoReportIsTold() {
        assertEquals("f: not valid JSON: it ends in the middle of a value, at character 1", refusal("{"));
        assertEquals("f: it must be an object, got a list", refusal("[1]"));
    }

    private static void assertRefused(String problem, String text, String otherwise) {
        assertEquals("f: " + problem, refusal(REPORT.replaceFirst(java.util.regex.Pattern.quote(text), otherwise)));
    }

    private static String refusal(String report) {
        return String.valueOf(assertThrows(SettingsException.class, () -> ReportReader.read(report, "f")
                        .name())
                .getMessage());
    }
}
