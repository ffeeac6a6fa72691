package io.augstream.cli;

import io.augstream.run.TrainingFile;
import io.augstream.train.TrainSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads a network works with. */
final class Threads {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the network; default: train.threads of the file, or all processors. They show in"
                    + " no result.")
    private @Nullable Integer threads;

    int of(TrainingFile file) {
        if (threads != null && (threads < 1 || threads > TrainSettings.MOST_THREADS)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--threads must lie in [1, " + TrainSettings.MOST_THREADS + "], got " + threads);
        }
        int otherwise = file.train().threads().orElse(Runtime.getRuntime().availableProcessors());
        return threads == null ? otherwise : threads;
    }
}
