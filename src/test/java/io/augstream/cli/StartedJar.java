package io.augstream.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code java -jar augstream.jar} as a user starts it, in a process of its own. */
record StartedJar(Process process, Path out, Path err) implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    /** @param folder the working directory; standard output and error are kept in files there */
    static StartedJar start(Path java, Path folder, List<String> jvmOptions, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar().toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path out = folder.resolve("stdout.txt");
        Path err = folder.resolve("stderr.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // Options from outside would be announced on standard error.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return new StartedJar(builder.start(), out, err);
    }

    static Path jar() {
        return Path.of(System.getProperty("augstream.jar", "target/augstream.jar"))
                .toAbsolutePath();
    }

    /** Waits for the end. */
    CommandRun finish() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running; so far: " + Files.readString(out) + Files.readString(err));
        }
        return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Leaves nothing behind when a test fails. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
