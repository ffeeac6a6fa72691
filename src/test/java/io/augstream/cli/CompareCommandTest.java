package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareCommandTest {
    private static final String FILE =
            """
            data: {root: data, validation: 0}
            stages: [mirror]
            network: [flatten, dense: {units: classes}]
            train: {epochs: 1, batch: 8, learning_rate: 0.01}
            measure: {seeds: 2, arms: [none, mirror]}
            """;

    @TempDir
    private Path folder;

    @Test
    void twoMeasuredRunsAreComparedInWordsAndInJson() throws IOException {
        Pictures.twoClasses(folder.resolve("data"));
        Path a = measured("a");
        Path b = measured("b", "--set", "train.learning_rate=0.02");

        CommandRun words = CommandRun.of("compare", a, b.resolve("report.json"));
        assertEquals("0 ", words.failure(folder));
        assertTrue(words.out().contains("\na, against none\n  none        2  "), words.out());
        assertTrue(
                words.out()
                        .contains(
                                """
                                All were made on the same images.
                                The pipeline files differ:
                                  train.learning_rate: 0.01 (a); 0.02 (b)
                                """),
                words.out());
        assertTrue(words.out().contains("\nb minus a\n  none    "), words.out());

        JsonNode json = new ObjectMapper()
                .readTree(CommandRun.of("compare", "--json", a, b).out());
        assertTrue(json.path("same_images").asBoolean());
        assertEquals(
                "{\"a\":\"0.01\",\"b\":\"0.02\"}",
                json.path("pipeline_differences").path(0).path("values").toString());
        JsonNode paired = json.path("pairs").path(0).path("arms").path(0);
        assertEquals("none", paired.path("arm").asText());
        assertEquals(accuracy(b) - accuracy(a), paired.path("difference").asDouble(), 1e-9);
    }

    @Test
    void aSingleRunAndTheSameRunTwiceAreRefused() throws IOException {
        Pictures.twoClasses(folder.resolve("data"));
        Path a = measured("a");
        assertRefused("at least two runs are compared, got 1: DIR/a (see 'augstream compare --help')", a);
        assertRefused("DIR/a: is given twice; each run is compared once", a, a);
        assertRefused(
                "DIR/a and DIR/a/report.json are the same run; each run is compared once", a, a.resolve("report.json"));
    }

    @Test
    void whatIsNoFinishedExperimentIsRefused() throws IOException {
        Path none = folder.resolve("none");
        assertRefused("DIR/none: no such file or folder", none, none);
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertRefused(
                "DIR/empty: has no report.json, which 'augstream measure' writes last: the run is unfinished, or this is"
                        + " no run",
                empty,
                none);
        Path training = folder.resolve("training");
        Pictures.text(training.resolve("last.safetensors"), "");
        assertRefused(
                "DIR/training: holds a training; only experiments are compared, which 'augstream measure' writes",
                training,
                none);
        Path text = Pictures.text(folder.resolve("text.json"), "hello");
        assertRefused("DIR/text.json: not valid JSON: something else than one JSON value, at character 5", text, none);
        Path other = Pictures.text(folder.resolve("other.json"), "{}");
        assertRefused(
                "DIR/other.json: 'provenance' is missing, which 'augstream measure' of this version writes",
                other,
                none);
    }

    private void assertRefused(String problem, Object... runs) {
        CommandRun run = CommandRun.of(
                Stream.concat(Stream.of("compare"), Stream.of(runs)).toArray());
        assertEquals("2 augstream: " + problem, run.failure(folder));
        assertEquals("", run.out());
    }

    private Path measured(String name, String... options) throws IOException {
        Path file = Pictures.text(folder.resolve(name + ".yaml"), FILE);
        Path out = folder.resolve(name);
        Object[] arguments = Stream.concat(Stream.of("measure", "--quiet", file, "--out", out), Stream.of(options))
                .toArray();
        assertEquals("0 ", CommandRun.of(arguments).failure(folder));
        return out;
    }

    private static double accuracy(Path run) throws IOException {
        return new ObjectMapper()
                .readTree(run.resolve("report.json").toFile())
                .path("arms")
                .path(0)
                .path("test_accuracy")
                .path("mean")
                .asDouble();
    }
}
