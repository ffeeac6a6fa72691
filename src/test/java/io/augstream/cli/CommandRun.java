package io.augstream.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A command run in this JVM: its exit code and what it wrote. */
record CommandRun(int exitCode, String out, String err) {
    /** Comes every ten seconds, and so only where the machine is slow. */
    private static final Pattern PROGRESS = Pattern.compile("(?m)^epoch \\d+/\\d+ .*\\R?");

    static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        int code = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(texts);
        return new CommandRun(code, out.toString(), err.toString());
    }

    List<String> errorLines() {
        return err.lines().toList();
    }

    /** The exit code and the lines on standard error but those of progress, {@code folder} called DIR: what a test compares in one go. */
    String failure(Path folder) {
        return exitCode + " " + PROGRESS.matcher(err).replaceAll("").strip().replace(folder.toString(), "DIR");
    }
}
