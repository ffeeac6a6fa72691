package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that do not reach standard output are no success: {@code > /dev/full}. */
final class StandardOutputTest {
    private static final String FILE =
            """
            data: {root: data, validation: 0}
            stages: [mirror]
            network: [flatten, dense: {units: classes}]
            train: {epochs: 1, batch: 8}
            measure: {seeds: 1}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyCommandThatCannotTellItsResultsFails() throws IOException {
        Path data = Pictures.twoClasses(folder.resolve("data"));
        Path file = Pictures.text(folder.resolve("p.yaml"), FILE);
        assertFails("--version");
        assertFails("apply", "--help");
        assertFails("preprocess", "--quiet", file, "--in", data, "--out", folder.resolve("images"));
        assertFails("measure", "--quiet", file, "--out", folder.resolve("run"));
    }

    private static void assertFails(Object... arguments) {
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(new FullDisk()), new PrintWriter(err, true))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        assertEquals(
                "1 augstream: the results cannot be written to standard output",
                code + " " + err.toString().strip());
    }

    private static final class FullDisk extends Writer {
        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
