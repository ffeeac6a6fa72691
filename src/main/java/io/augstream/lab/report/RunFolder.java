package io.augstream.lab.report;

import io.augstream.dataset.StagedFile;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.report.page.ReportPage;
import io.augstream.run.TrainingFolder;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a finished run lies: pipeline.yaml, metrics.csv, report.html and report.json, which is moved into place last: a folder
 * that holds one holds a whole run.
 */
public final class RunFolder {
    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final String REPORT = "report.json";

    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes sure, before any work is done for it, that the folder can hold the run. It is left as it was, so that work
     * which fails or is stopped leaves no empty folder behind.
     *
     * @param force whether a finished run that lies there may be replaced
     * @throws SettingsException if a training, or a finished run that may not be replaced, lies there (a matter of the
     *     command line: exit code 2), or the path is not a folder
     * @throws UncheckedIOException if the folder cannot be made
     */
    public static RunFolder claim(Path folder, boolean force) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new SettingsException(folder + ": is a file; results need a folder");
        }
        if (!force && Files.exists(folder.resolve(REPORT))) {
            throw new SettingsException(
                    folder + ": holds a finished run; --force would replace it, --out would take another folder");
        }
        if (Files.exists(new TrainingFolder(folder).last())) {
            throw new SettingsException(folder + ": holds a training; --out would take another folder");
        }
        tryToMake(folder);
        return new RunFolder(folder);
    }

    /** Makes what is missing of the path and takes it away again. */
    private static void tryToMake(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path part = folder.toAbsolutePath(); part != null && Files.notExists(part); part = part.getParent()) {
            missing.add(part);
        }
        make(folder);
        try {
            for (Path part : missing) {
                Files.deleteIfExists(part);
            }
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("another run has begun to fill {}", e.getFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder + ": " + e, e);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder + ": " + e, e);
        }
    }

    public Path path() {
        return folder;
    }

    /**
     * Makes the folder, writes all four files under temporary names, then moves them. A report that is replaced goes first, so that at no
     * time an old one lies beside new metrics.
     *
     * @throws UncheckedIOException if that fails; the message names the file
     */
    public void write(ExperimentSettings settings, ExperimentResult result, Provenance provenance) {
        make(folder);
        StagedFile pipeline = stage("pipeline.yaml", settings.resolved());
        StagedFile metrics = stage("metrics.csv", MetricsCsv.of(result));
        StagedFile page =
                stage("report.html", ReportPage.of(settings, result, provenance.asMap(), Notes.paragraphs(result)));
        StagedFile report = stage(REPORT, ReportJson.of(result, provenance));
        try {
            Files.deleteIfExists(folder.resolve(REPORT));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace " + folder.resolve(REPORT) + ": " + e, e);
        }
        pipeline.publish();
        metrics.publish();
        page.publish();
        report.publish();
    }

    private StagedFile stage(String name, String text) {
        return StagedFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
