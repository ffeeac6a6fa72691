package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged jar as a user starts it: vector kernels without a flag, a quiet terminal, sound signals and exit codes. */
final class LaunchIT {
    private static final String ENDLESS =
            """
            data: {root: data, validation: 0}
            stages: [mirror]
            network: [flatten, dense: {units: classes}]
            train: {epochs: 1000000, batch: 8}
            measure: {seeds: 1}
            """;
    private static final String SHORT = ENDLESS.replace("1000000", "1");

    /** All that the program needs, but not the incubator module. */
    private static final String LIMIT = "--limit-modules=java.se,jdk.unsupported,jdk.management";

    @TempDir
    private Path folder;

    static Stream<Path> javas() {
        return Stream.concat(Stream.of(InstalledJava.own()), InstalledJava.version25().stream())
                .distinct();
    }

    @BeforeAll
    static void theJarIsBuilt() {
        assertTrue(Files.exists(StartedJar.jar()), StartedJar.jar() + " is missing; mvn package makes it");
    }

    @BeforeEach
    void writeData() throws IOException {
        Pictures.twoClasses(folder.resolve("data"));
        Pictures.text(folder.resolve("short.yaml"), SHORT);
        Pictures.text(folder.resolve("endless.yaml"), ENDLESS);
    }

    /** Spark's own, older one comes first on the class path of its workers, and lacks what ours calls. */
    @Test
    void itsJacksonIsUnderNamesThatNobodyElseHas() throws IOException {
        try (JarFile jar = new JarFile(StartedJar.jar().toFile())) {
            List<String> readers = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith("/ObjectMapper.class") || name.endsWith("/YAMLFactory.class"))
                    .toList();
            assertEquals(2, readers.size(), readers.toString());
            assertTrue(readers.stream().allMatch(name -> name.startsWith("io/augstream/shaded/")), readers.toString());
            assertEquals(
                    List.of(),
                    jar.stream()
                            .map(JarEntry::getName)
                            .filter(name -> name.matches("(.*/)?(com/fasterxml/jackson|org/yaml/snakeyaml)/.*\\.class"))
                            .toList());
        }
    }

    @Test
    void java25IsAmongTheTested() {
        Optional<Path> java = InstalledJava.version25();
        if (java.isEmpty()) {
            System.err.println(
                    "SKIPPED: java -jar on Java 25. No JDK 25 under /usr/lib/jvm; JAVA_25_HOME may name one.");
        }
        assumeTrue(java.isPresent(), "no JDK 25 is installed");
        assertTrue(javas().anyMatch(java.get()::equals));
    }

    @ParameterizedTest
    @MethodSource("javas")
    void measureRunsOnVectorKernelsAndLeavesTheTerminalQuiet(Path java) throws IOException, InterruptedException {
        CommandRun run = finished(java, List.of(), "measure", "short.yaml", "--quiet");
        assertEquals("0 ", run.failure(folder));
        assertTrue(kernels().contains("vector kernels"), kernels());
        assertFalse(run.out().contains("CoordinatedShutdown"), run.out());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void preprocessLeavesTheTerminalQuiet(Path java) throws IOException, InterruptedException {
        CommandRun run = finished(java, List.of(), "preprocess", "short.yaml", "--in", "data", "--out", "out");
        assertEquals("0 ", run.failure(folder));
        assertEquals(3, run.out().lines().count(), run.out());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aJvmToldToLeaveTheModuleOutRunsOnScalarKernelsAndSaysSoOnce(Path java)
            throws IOException, InterruptedException {
        CommandRun run = finished(java, List.of(LIMIT), "measure", "short.yaml", "--quiet");
        assertEquals(
                "0 augstream: scalar kernels: several times faster with --add-modules jdk.incubator.vector",
                run.failure(folder));
        assertTrue(kernels().contains("scalar kernels"), kernels());
    }

    @Test
    void theUsersOwnAddModulesIsFine() throws IOException, InterruptedException {
        CommandRun run = finished(
                InstalledJava.own(), List.of("--add-modules=jdk.incubator.vector"), "measure", "short.yaml", "--quiet");
        assertEquals("0 WARNING: Using incubator modules: jdk.incubator.vector", run.failure(folder));
        assertTrue(kernels().contains("vector kernels"), kernels());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void exitCodesComeThrough(Path java) throws IOException, InterruptedException {
        assertEquals(0, finished(java, List.of(), "--version").exitCode());
        // Its folder would have to be made below a file: the work fails.
        assertEquals(
                1,
                finished(java, List.of(), "measure", "short.yaml", "--quiet", "--out", "short.yaml/out")
                        .exitCode());
        assertEquals(2, finished(java, List.of(), "measure", "missing.yaml").exitCode());
        assertEquals(
                3,
                finished(java, List.of(), "measure", "short.yaml", "--set", "data.root=missing")
                        .exitCode());
    }

    @Test
    void jvmOptionsArriveWhereTheWorkIsDone() throws IOException, InterruptedException {
        CommandRun tooSmall = finished(InstalledJava.own(), List.of("-Xmx1k"), "--version");
        assertEquals(1, tooSmall.exitCode());
        CommandRun formatted = finished(
                InstalledJava.own(),
                List.of(LIMIT, "-Djava.util.logging.SimpleFormatter.format=mine: %5$s%n"),
                "measure",
                "short.yaml",
                "--quiet");
        assertTrue(formatted.err().startsWith("mine: scalar kernels"), formatted.err());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void afterTermAndKillOfTheStartedProcessNothingLivesOn(Path java) throws IOException, InterruptedException {
        for (boolean kill : new boolean[] {false, true}) {
            Path out = folder.resolve("killed-" + kill);
            try (StartedJar jar = StartedJar.start(java, folder, List.of(), "measure", "endless.yaml", "--out", out)) {
                waitUntilTraining(jar);
                List<ProcessHandle> started = Stream.concat(
                                Stream.of(jar.process().toHandle()),
                                jar.process().descendants())
                        .toList();
                boolean asked = kill
                        ? jar.process().toHandle().destroyForcibly()
                        : jar.process().toHandle().destroy();
                assertTrue(asked);
                jar.process().waitFor(1, TimeUnit.SECONDS);
                assertEquals(
                        List.of(),
                        started.stream().filter(ProcessHandle::isAlive).toList());
                // As shells see it: 128 and the signal's number.
                assertEquals(kill ? 137 : 143, jar.process().exitValue());
                assertFalse(Files.exists(out.resolve("report.json")));
            }
        }
    }

    /** By the time that it computed: more than the start takes. (Progress in a file speaks only every ten seconds.) */
    private static void waitUntilTraining(StartedJar jar) throws InterruptedException {
        ProcessHandle handle = jar.process().toHandle();
        for (int i = 0; i < 600 && handle.isAlive(); i++) {
            if (handle.info().totalCpuDuration().orElseThrow().toMillis() > 2500) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the run ended, or never came to work");
    }

    private CommandRun finished(Path java, List<String> options, Object... arguments)
            throws IOException, InterruptedException {
        try (StartedJar jar = StartedJar.start(java, folder, options, arguments)) {
            return jar.finish();
        }
    }

    private String kernels() throws IOException {
        return Files.readAllLines(folder.resolve("runs/short/report.json")).stream()
                .filter(line -> line.contains("\"kernels\""))
                .findFirst()
                .orElse("none told");
    }
}
