package io.augstream.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Where {@code java -jar augstream.jar} and {@code mvn exec:java} begin. */
public final class Main {
    private Main() {}

    /** Runs one command. Returns when it is done, for exec:java runs in Maven's own JVM; otherwise ends the process. */
    public static void main(String[] args) {
        setUnlessGiven("java.awt.headless", "true");
        setUnlessGiven("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        setUnlessGiven("java.util.logging.SimpleFormatter.format", "augstream: %5$s%n");
        UnsafeWarning.silence();
        int code = commandLine(utf8(System.out), utf8(System.err)).execute(args);
        if (code != ExitCode.DONE) {
            System.exit(code);
        }
    }

    /** The whole command line, writing to {@code out} and {@code err}. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Augstream())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(80)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Main::runAndFlush)
                .setParameterExceptionHandler(Failures::wrongRequest)
                .setExecutionExceptionHandler(Failures::failedWork);
    }

    /** A PrintWriter swallows its errors, so that {@code > /dev/full} would look like success. */
    private static int runAndFlush(ParseResult parsed) {
        CommandLine command = parsed.commandSpec().commandLine();
        // Before anything touches a kernel or a pixel.
        VectorModule.load();
        int code;
        try {
            code = new RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            return Failures.outOfMemory(command, parsed, e);
        }
        return command.getOut().checkError() ? Failures.unwritten(command) : code;
    }

    /** UTF-8 whatever the locale: under {@code LANG=C} Java would print a question mark for every ±. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
