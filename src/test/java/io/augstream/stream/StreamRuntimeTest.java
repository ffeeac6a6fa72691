package io.augstream.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.BatchSource.Epoch;
import io.augstream.dataset.Normalisation;
import io.augstream.dataset.Preparation;
import io.augstream.pipeline.Pipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class StreamRuntimeTest {
    @Test
    void allItsThreadsAreDaemons() {
        try (StreamRuntime runtime = new StreamRuntime(3)) {
            streamSomething(runtime);
            List<Thread> threads = threads();
            assertTrue(threads.stream().anyMatch(thread -> thread.getName().contains("workers")), threads::toString);
            assertTrue(threads.stream().allMatch(Thread::isDaemon), threads::toString);
        }
    }

    @Test
    void itsThreadsEndSoonAfterClose() throws InterruptedException {
        StreamRuntime runtime = new StreamRuntime(3);
        streamSomething(runtime);
        assertFalse(threads().isEmpty());
        runtime.close();
        // About one second where the machine is idle.
        for (int waited = 0; !threads().isEmpty() && waited < 20_000; waited += 50) {
            Thread.sleep(50);
        }
        assertEquals(List.of(), threads());
    }

    @Test
    void aProgramThatStreamsPrintsNothingAndEndsByItself() throws IOException, InterruptedException {
        assertProgramEndsQuietly("close");
    }

    @Test
    void aProgramThatForgetsToCloseEndsToo() throws IOException, InterruptedException {
        assertProgramEndsQuietly("forget");
    }

    @Test
    void itsPoolHasAtLeastOneThread() {
        assertEquals(
                "parallelism must be at least 1, got 0",
                assertThrows(IllegalArgumentException.class, () -> new StreamRuntime(0))
                        .getMessage());
    }

    private static void assertProgramEndsQuietly(String how) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Without it, the log tells that loops are scalar.
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        how)
                .redirectErrorStream(true)
                .start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            // On Java 25 the JVM itself warns of Scala's use of Unsafe; the command line passes the flag against it.
            assertEquals(
                    "",
                    printed.lines()
                            .filter(line -> !line.startsWith("WARNING: "))
                            .collect(Collectors.joining("\n")));
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("augstream"))
                .toList();
    }

    private static void streamSomething(StreamRuntime runtime) {
        Recipe recipe = new Recipe(Preparation.NONE, Pipeline.none(), Normalisation.scaleOnly(1), 1);
        try (Epoch epoch = new TrainingBatches(runtime, Pictures.samples(100), recipe, Pace.of(10, 3)).epoch(0)) {
            epoch.next();
        }
    }

    /** Run as a JVM of its own. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            StreamRuntime runtime = new StreamRuntime(2);
            streamSomething(runtime);
            if (args[0].equals("close")) {
                runtime.close();
            }
        }
    }
}
