package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training in the packaged jar that is stopped by a signal, and gone on with. */
final class TrainIT {
    private static final int COLUMNS_WITHOUT_TIMES = 6;

    @TempDir
    private Path folder;

    @Test
    void sigtermWritesACheckpointWithinFiveSecondsAndResumingGivesTheBitsOfAnUnbrokenRun()
            throws IOException, InterruptedException {
        assertEquals("0 ", finished("--out", "whole").failure(folder));
        try (StartedJar jar = start("--out", "broken")) {
            waitForEpochs(jar, 3);
            long asked = System.nanoTime();
            assertTrue(jar.process().toHandle().destroy());
            assertTrue(jar.process().waitFor(5, TimeUnit.SECONDS), "still there after five seconds");
            assertEquals(143, jar.process().exitValue());
            assertTrue(System.nanoTime() - asked < TimeUnit.SECONDS.toNanos(5));
            String out = Files.readString(jar.out());
            assertTrue(out.matches("(?s).*Stopped on request (after|in) epoch \\d+.*"), out);
            assertTrue(out.contains("--resume broken"), out);
        }
        assertFalse(Files.exists(folder.resolve("broken/last.safetensors.part")));
        assertEquals(0, evaluated("broken/last.safetensors"));

        assertEquals("0 ", finished("--resume", "broken").failure(folder));

        for (String file : List.of("last.safetensors", "best.safetensors", "pipeline.yaml")) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("whole").resolve(file),
                            folder.resolve("broken").resolve(file)),
                    file);
        }
        assertEquals(curves("whole"), curves("broken"));
    }

    /** 56 layers take seconds for the epoch, and the first checkpoint is there before its first step. */
    @Test
    void aSignalInTheFirstEpochLeavesWhatCanBeGoneOnWith() throws IOException, InterruptedException {
        String[] slow = {"--set", "train.epochs=1", "--set", "network=resnet56", "--out", "broken"};
        try (StartedJar jar = start(slow)) {
            Path last = folder.resolve("broken/last.safetensors");
            for (int i = 0; i < 1200 && Files.notExists(last) && jar.process().isAlive(); i++) {
                Thread.sleep(50);
            }
            assertTrue(jar.process().toHandle().destroy());
            assertTrue(jar.process().waitFor(5, TimeUnit.SECONDS), "still there after five seconds");
            assertEquals(143, jar.process().exitValue());
        }
        assertFalse(Files.exists(folder.resolve("broken/metrics.csv")), "it came to the end of the epoch");
        slow[4] = "--resume";
        assertEquals("0 ", finished(slow).failure(folder));
        assertEquals(2, curves("broken").size());
    }

    private static void waitForEpochs(StartedJar jar, int epochs) throws IOException, InterruptedException {
        for (int i = 0; i < 1200 && jar.process().isAlive(); i++) {
            // Two lines stand above the table's rows.
            if (Files.readAllLines(jar.out()).size() >= epochs + 2) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("ended too soon, or never came to work: " + Files.readString(jar.err()));
    }

    private List<String> curves(String run) throws IOException {
        return Files.readAllLines(folder.resolve(run).resolve("metrics.csv")).stream()
                .map(row -> String.join(",", List.of(row.split(",", -1)).subList(0, COLUMNS_WITHOUT_TIMES)))
                .toList();
    }

    private int evaluated(String weights) throws IOException, InterruptedException {
        try (StartedJar jar = StartedJar.start(
                InstalledJava.own(), folder, List.of(), "evaluate", quickstart(), "--weights", weights)) {
            return jar.finish().exitCode();
        }
    }

    private CommandRun finished(String... options) throws IOException, InterruptedException {
        try (StartedJar jar = start(options)) {
            CommandRun run = jar.finish();
            // What progress says in a log is no failure.
            return new CommandRun(
                    run.exitCode(), run.out(), run.err().replaceAll("(?m)^(epoch|reading|scoring) .*\\R", ""));
        }
    }

    private StartedJar start(String... options) throws IOException {
        return StartedJar.start(
                InstalledJava.own(),
                folder,
                List.of(),
                Stream.concat(Stream.of("train", quickstart(), "--set", "train.epochs=30"), Stream.of(options))
                        .toArray());
    }

    private static Path quickstart() {
        return Path.of("pipelines/quickstart.yaml").toAbsolutePath();
    }
}
