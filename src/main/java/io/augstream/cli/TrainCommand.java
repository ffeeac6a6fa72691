package io.augstream.cli;

import io.augstream.run.RunSummary;
import io.augstream.run.TrainingFile;
import io.augstream.run.TrainingRun;
import io.augstream.train.StopReason;
import io.augstream.train.TrainingException;
import io.augstream.train.health.Diagnosis;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code augstream train}: one network, on all of the training images. */
@Command(
        name = "train",
        header = "Train a network on augmented images, and keep it.",
        descriptionHeading = "%n",
        description = {
            "Streams the training images through the stages into the network, shows a row an epoch, and scores all"
                    + " splits on clean images at the end. The test split decides nothing.",
            "",
            "DIR then holds pipeline.yaml (the file as it was used), metrics.csv, last.safetensors, and best.safetensors:"
                    + " the epoch that is best on the validation split, where there is one, by early_stopping.monitor or else"
                    + " by its loss. health.json has what was seen of the layers, and the verdict that the last lines tell.",
            "",
            "Ctrl-C and SIGTERM write last.safetensors before they end the process (exit codes 130 and 143), unless the"
                    + " step at work takes longer than four seconds: then the one before it stays. --resume goes on from there, to the same bits as a run that was never stopped."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  augstream train pipelines/quickstart.yaml --out runs/shapes",
            "  augstream train pipelines/quickstart.yaml --resume runs/shapes"
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PipelineFile pipelineFile;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the training goes; it may not hold one yet.")
    private @Nullable Path out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with the training in DIR. The pipeline file must say what it said.")
    private @Nullable Path resume;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides first weights, order and every draw; default: 1, or the resumed training's.")
    private @Nullable Long seed;

    @Mixin
    private Threads threads;

    @Option(
            names = "--fail-on-unhealthy",
            description =
                    "End with exit code 5 where the network's health is told as vanishing, exploding, dead, stagnating or"
                            + " diverged.")
    private boolean failOnUnhealthy;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show the result alone.")
    private boolean quiet;

    @Override
    public Integer call() {
        requireOneFolder();
        TrainingFile file = TrainingFile.from(pipelineFile.settings());
        if (failOnUnhealthy && file.train().health().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--fail-on-unhealthy needs somebody to look: the pipeline file says train.health: false");
        }
        try (Progress progress = Progress.on(spec.commandLine().getErr(), quiet)) {
            progress.show("reading " + file.data().root());
            TrainProgress shown = new TrainProgress(progress, spec.commandLine().getOut(), quiet, System::nanoTime);
            TrainingRun run = out != null && resume == null
                    ? TrainingRun.begin(file, pipelineFile.name(), seed == null ? 1 : seed, out)
                    : TrainingRun.resume(file, pipelineFile.name(), seed, Objects.requireNonNull(resume));
            try (StopOnSignal signal = new StopOnSignal(run, spec.commandLine().getErr())) {
                return train(run, threads.of(file), shown, progress);
            }
        }
    }

    private int train(TrainingRun run, int workers, TrainProgress shown, Progress progress) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            RunSummary summary = run.train(workers, shown);
            progress.clear();
            TrainSummary.print(summary, run.folder(), pipelineFile.written(), out);
            return exitCode(summary);
        } catch (TrainingException e) {
            progress.clear();
            Optional<Diagnosis> told = e.isOfImages() ? Optional.empty() : run.health();
            told.ifPresent(diagnosis -> TrainSummary.printHealth(diagnosis, out));
            int code = Failures.failedWork(
                    e, spec.commandLine(), spec.commandLine().getParseResult());
            return failOnUnhealthy && told.isPresent() ? ExitCode.UNHEALTHY : code;
        }
    }

    private int exitCode(RunSummary summary) {
        if (summary.reason() == StopReason.REQUESTED) {
            return ExitCode.FAILED;
        }
        boolean unhealthy = summary.health()
                .filter(diagnosis -> diagnosis.verdict().isUnhealthy())
                .isPresent();
        return failOnUnhealthy && unhealthy ? ExitCode.UNHEALTHY : ExitCode.DONE;
    }

    private void requireOneFolder() {
        if (resume == null ? out != null : out == null || out.equals(resume)) {
            return;
        }
        throw new ParameterException(
                spec.commandLine(),
                out == null
                        ? "--out DIR must say where the training goes, or --resume DIR which one to go on with"
                        : "--resume goes on in its own folder: leave --out out");
    }
}
