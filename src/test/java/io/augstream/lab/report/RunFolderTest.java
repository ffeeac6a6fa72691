package io.augstream.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.augstream.lab.Experiment;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.ProgressListener;
import io.augstream.lab.TinyExperiment;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunFolderTest {
    private final Path folder;
    private final ExperimentSettings settings;

    RunFolderTest(@TempDir Path folder) throws IOException {
        this.folder = folder.resolve("work");
        settings = new TinyExperiment(folder).settings();
        Files.createDirectories(this.folder);
    }

    @Test
    void aRunTwiceWritesTheSameButForSecondsAndDates() throws IOException {
        TinyExperiment experiment = new TinyExperiment(folder);

        measure(experiment, folder.resolve("runs/a"));
        measure(experiment, folder.resolve("runs/b"));

        assertEquals(
                List.of("kept", "metrics.csv", "pipeline.yaml", "report.html", "report.json"),
                files(folder.resolve("runs/a")));
        assertEquals(read("runs/a/metrics.csv"), read("runs/b/metrics.csv"));
        assertEquals(read("runs/a/pipeline.yaml"), read("runs/b/pipeline.yaml"));
        assertEquals(withoutTimes("runs/a/report.json"), withoutTimes("runs/b/report.json"));
        assertEquals(pageWithoutTimes("runs/a/report.html"), pageWithoutTimes("runs/b/report.html"));
        // A heading and 4 arms of 2 seeds and 3 epochs.
        assertEquals(1 + 4 * 2 * 3, read("runs/a/metrics.csv").lines().count());
    }

    /** Under another name and beside other data: only the file decides. */
    @Test
    void theResolvedFileMeasuredAgainGivesTheSameReport() throws IOException {
        measure(new TinyExperiment(folder), folder.resolve("a"));
        Settings resolved = Settings.read(folder.resolve("a/pipeline.yaml"));

        measure(ExperimentSettings.from(resolved, "pipeline"), folder.resolve("b"));

        assertEquals(read("a/pipeline.yaml"), read("b/pipeline.yaml"));
        assertEquals(read("a/metrics.csv"), read("b/metrics.csv"));
        assertEquals(withoutTimes("a/report.json"), withoutTimes("b/report.json"));
    }

    /** A write to /dev/full fails as one to a full disk does; its name leads there in place of the temporary file. */
    @ParameterizedTest
    @ValueSource(strings = {"pipeline.yaml", "metrics.csv", "report.html", "report.json"})
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullAtTheEndLosesNoRunAndLeavesNothingHalfWritten(String file) throws IOException {
        TinyExperiment experiment = new TinyExperiment(folder);
        Path target = folder.resolve("runs/full");
        Files.createDirectories(target);
        Files.createSymbolicLink(target.resolve(file + ".part"), Path.of("/dev/full"));

        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> measure(experiment, target));

        assertEquals("cannot write " + target.resolve(file) + ": No space left on device", failure.getMessage());
        assertEquals(List.of("kept"), files(target));
        // 4 arms of 2 seeds, experiment.json and the lock.
        assertEquals(4 * 2 + 2, files(target.resolve("kept")).size());
        measure(experiment, target);
        measure(experiment, folder.resolve("runs/whole"));
        assertEquals(read("runs/whole/metrics.csv"), read("runs/full/metrics.csv"));
    }

    /** More seeds were added, and there was no room for their report. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aReportThatCannotBeReplacedStays() throws IOException {
        TinyExperiment experiment = new TinyExperiment(folder);
        Path target = folder.resolve("runs/more");
        measure(experiment, target);
        String report = read("runs/more/report.json");
        Files.createSymbolicLink(target.resolve("report.json.part"), Path.of("/dev/full"));

        assertThrows(UncheckedIOException.class, () -> measure(experiment.with("measure.seeds", "3"), target));

        assertEquals(report, read("runs/more/report.json"));
        // Of two seeds, as the report: a heading, 4 arms and 3 epochs.
        assertEquals(1 + 4 * 2 * 3, read("runs/more/metrics.csv").lines().count());
    }

    @Test
    void aReportWithoutItsRunsIsKeptUnlessForced() throws IOException {
        String report = "{provenance: {seeds: [1]}}";
        Files.writeString(folder.resolve("report.json"), report);

        SettingsException refusal = assertThrows(SettingsException.class, () -> RunFolder.claim(folder, settings, false)
                .path());

        assertTrue(String.valueOf(refusal.getMessage()).contains("--force"), refusal.getMessage());
        assertEquals(report, read("report.json"));
        assertEquals(folder, RunFolder.claim(folder, settings, true).path());
    }

    @Test
    void anUnfinishedRunIsNoObstacle() throws IOException {
        Files.writeString(folder.resolve("metrics.csv"), "arm");

        assertEquals(folder, RunFolder.claim(folder, settings, false).path());
    }

    @Test
    void aClaimLeavesNothingBehind() throws IOException {
        Path target = folder.resolve("runs/deep/name");

        assertEquals(target, RunFolder.claim(target, settings, false).path());

        assertEquals(List.of(), files(folder));
    }

    /** Before any work, though the folder is made only after it. */
    @Test
    void aFolderThatCannotBeMadeIsToldByTheClaim() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Path below = folder.resolve("file/run");

        assertThrows(UncheckedIOException.class, () -> RunFolder.claim(below, settings, false)
                .path());
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThrows(SettingsException.class, () -> RunFolder.claim(file, settings, true)
                .path());
    }

    private static void measure(TinyExperiment experiment, Path target) {
        measure(experiment.settings(), target);
    }

    private static void measure(ExperimentSettings settings, Path target) {
        try (RunFolder run = RunFolder.claim(target, settings, false)) {
            ExperimentResult result = new Experiment(settings, ProgressListener.NONE, run.runs()).run();
            run.write(result, Provenance.of(settings, result, Instant.now(), Duration.ofNanos(System.nanoTime())));
        }
    }

    private String withoutTimes(String file) throws IOException {
        JsonNode report = new ObjectMapper().readTree(read(file));
        return report.toPrettyString().replaceAll("\"(seconds|started)\" : .*", "");
    }

    private String pageWithoutTimes(String file) throws IOException {
        return read(file).replaceAll("<dt>(seconds|started)</dt><dd><bdi>[^<]*", "");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
