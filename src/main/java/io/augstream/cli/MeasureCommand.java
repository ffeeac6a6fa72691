package io.augstream.cli;

import io.augstream.lab.ClaimResult;
import io.augstream.lab.Experiment;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.report.ClaimTable;
import io.augstream.lab.report.Provenance;
import io.augstream.lab.report.ResultTable;
import io.augstream.lab.report.RunFolder;
import io.augstream.lab.report.WorthTable;
import io.augstream.settings.Settings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code augstream measure}: what each stage does to overfitting. */
@Command(
        name = "measure",
        header = "Train with and without each augmentation, and tell what it did.",
        descriptionHeading = "%n",
        description = {
            "Trains a network for each arm (a choice of stages) and each seed, scores it on clean images, and shows a"
                    + " table: accuracies, the gap between training and test images, and what each arm changes, with"
                    + " 95%% intervals over the seeds.",
            "",
            "DIR then holds the pipeline file as it was used, metrics.csv, report.json and"
                    + " report.html, the page to open."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  augstream measure pipelines/quickstart.yaml",
            "  augstream measure pipelines/mnist.yaml --set data.root=mnist --seeds 8"
        })
final class MeasureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFile pipelineFile;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Train each arm N times, with the seeds 1 to N. Fewer than 5 give no verdicts.")
    private @Nullable Integer seeds;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go; default: runs/NAME.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace the finished run that DIR holds.")
    private boolean force;

    @Option(names = "--strict", description = "End with exit code 4 when a claim's answer is not the expected one.")
    private boolean strict;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (seeds != null && seeds < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds must be at least 1, got " + seeds);
        }
        Settings file = pipelineFile.settings();
        ExperimentSettings settings = ExperimentSettings.from(
                seeds == null ? file : file.with("measure.seeds", seeds.toString()), pipelineFile.name());
        RunFolder folder = RunFolder.claim(out == null ? Path.of("runs", settings.name()) : out, force);
        // Before anything touches a kernel.
        VectorModule.load();
        Instant started = Instant.now();
        ExperimentResult result = run(settings);
        Duration duration = Duration.between(started, Instant.now());
        folder.write(settings, result, Provenance.of(settings, result, started, duration));
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.print(ResultTable.of(result, StandardCharsets.UTF_8));
        terminal.print(ClaimTable.of(result.claims()));
        terminal.print(WorthTable.of(result.worth()));
        terminal.println("Written to " + folder.path() + ".");
        terminal.flush();
        boolean asExpected = result.claims().stream().allMatch(ClaimResult::isExpected);
        return strict && !asExpected ? ExitCode.UNEXPECTED : ExitCode.DONE;
    }

    private ExperimentResult run(ExperimentSettings settings) {
        try (Progress progress = Progress.on(spec.commandLine().getErr(), quiet)) {
            return new Experiment(settings, new MeasureProgress(progress)).run();
        }
    }
}
