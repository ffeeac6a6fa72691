package io.augstream.cli;

import io.augstream.dataset.DataException;
import io.augstream.image.ImageFormatException;
import io.augstream.image.IoReason;
import io.augstream.lab.ExperimentException;
import io.augstream.run.MemoryException;
import io.augstream.settings.SettingsException;
import io.augstream.train.CheckpointException;
import io.augstream.train.TrainingException;
import io.augstream.train.safetensors.SafetensorsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on standard error and an exit code. */
final class Failures {
    private Failures() {}

    /** A command line that cannot be understood: what is wrong, a suggestion, and where help is. */
    static int wrongRequest(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        line(command, e.getMessage() + suggestion(e) + " (see '" + name + " --help')");
        return ExitCode.WRONG_REQUEST;
    }

    /** Work that stopped. A mistake of ours alone shows a stack trace, unless {@code --stacktrace} asks for every one. */
    static int failedWork(Exception e, CommandLine command, ParseResult parsed) {
        Throwable cause = unwrapped(e);
        int code = code(cause);
        boolean known = code != ExitCode.FAILED
                || cause instanceof IOException
                || cause instanceof UncheckedIOException
                || cause instanceof ExperimentException
                || cause instanceof MemoryException
                || cause instanceof TrainingException;
        line(command, known ? message(cause) : "internal error: " + cause);
        if (!known || Augstream.of(command).stacktrace()) {
            PrintWriter err = command.getErr();
            e.printStackTrace(err);
            err.flush();
        }
        return code;
    }

    /** What Java's heap did not hold; what the work held is free again by now, so there is room for a line. */
    static int outOfMemory(CommandLine command, ParseResult parsed, OutOfMemoryError e) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        line(
                command,
                String.format(
                        Locale.ROOT,
                        "'%s' ran out of memory (%s): Java's heap ends at %,d MiB; java -Xmx... gives it more, a smaller batch"
                                + " or fewer images need less, and 'augstream summary' tells what a training takes",
                        last.commandSpec().qualifiedName(),
                        e.getMessage(),
                        Runtime.getRuntime().maxMemory() >> 20));
        if (Augstream.of(command).stacktrace()) {
            e.printStackTrace(command.getErr());
        }
        return ExitCode.FAILED;
    }

    /** The work is done, but nobody can read what it told: a full disk, or a reader who left. */
    static int unwritten(CommandLine command) {
        line(command, "the results cannot be written to standard output");
        return ExitCode.FAILED;
    }

    private static int code(Throwable cause) {
        if (cause instanceof SettingsException) {
            return ExitCode.WRONG_REQUEST;
        }
        boolean data = cause instanceof DataException
                || cause instanceof ImageFormatException
                || cause instanceof CheckpointException
                || cause instanceof SafetensorsException;
        return data ? ExitCode.WRONG_DATA : ExitCode.FAILED;
    }

    /** An I/O error's message may be a bare path: its class says what happened to it. */
    private static String message(Throwable cause) {
        return cause instanceof IOException io ? IoReason.of(io, "") : String.valueOf(cause.getMessage());
    }

    /** The failure itself, out of the wrappings of streams and futures. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null && saysNothing(inner)) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static boolean saysNothing(Throwable thrown) {
        return thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || (thrown instanceof UncheckedIOException
                        && String.valueOf(thrown.getCause()).equals(thrown.getMessage()));
    }

    private static String suggestion(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean '" + unmatched.getSuggestions().get(0) + "'?";
        }
        return "";
    }

    private static void line(CommandLine command, String text) {
        command.getErr().println("augstream: " + text.strip().replaceAll("\\s*\\R\\s*", " "));
        command.getErr().flush();
    }
}
