package io.augstream.cli;

import io.augstream.lab.Experiment;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.report.Provenance;
import io.augstream.lab.report.RunFolder;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/**
 * Brings an experiment to its end: trains the runs that its folder lacks, shows how far it is, and writes the report.
 *
 * @param err where progress is shown
 * @param quiet whether none is
 */
record Measuring(PrintWriter err, boolean quiet) {
    ExperimentResult finish(ExperimentSettings asked, RunFolder folder) {
        ExperimentSettings settings = folder.isAfterALook() ? asked.afterALook() : asked;
        Instant started = Instant.now();
        ExperimentResult result = run(settings, folder);
        if (!folder.isFinished()) {
            Duration duration = Duration.between(started, Instant.now());
            folder.write(result, Provenance.of(settings, result, started, duration));
        }
        return result;
    }

    private ExperimentResult run(ExperimentSettings settings, RunFolder folder) {
        try (Progress progress = Progress.on(err, quiet)) {
            return new Experiment(settings, new MeasureProgress(progress, System::nanoTime), folder.runs()).run();
        }
    }
}
