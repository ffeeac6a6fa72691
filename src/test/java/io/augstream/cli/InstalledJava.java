package io.augstream.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The Java installations that the process tests run on. */
final class InstalledJava {
    private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

    private InstalledJava() {}

    /** The one that runs the tests. */
    static Path own() {
        return java(Path.of(System.getProperty("java.home")));
    }

    /** That of {@code augstream.jdk25}, of JAVA_25_HOME, or one in the usual place whose name holds 25. */
    static Optional<Path> version25() {
        Stream<Path> named = Stream.of(System.getProperty("augstream.jdk25"), System.getenv("JAVA_25_HOME"))
                .filter(home -> home != null && !home.isBlank())
                .map(Path::of);
        return Stream.concat(named, installed())
                .map(InstalledJava::java)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> installed() {
        if (!Files.isDirectory(USUAL_PLACE)) {
            return Stream.empty();
        }
        try (Stream<Path> homes = Files.list(USUAL_PLACE)) {
            return homes.filter(home -> home.getFileName().toString().contains("25")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }
}
