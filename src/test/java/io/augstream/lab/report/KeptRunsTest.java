package io.augstream.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.DataException;
import io.augstream.lab.Arm;
import io.augstream.lab.DataSummary;
import io.augstream.lab.EpochScores;
import io.augstream.lab.Experiment;
import io.augstream.lab.ExperimentException;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.ProgressListener;
import io.augstream.lab.RunResult;
import io.augstream.lab.TinyExperiment;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tiny experiment has 4 arms, 2 seeds and 3 epochs. */
final class KeptRunsTest {
    private static final String AT_WORK = ": a measure is at work here; wait for its end, or stop it";

    private final Path folder;
    private final TinyExperiment experiment;

    KeptRunsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        experiment = new TinyExperiment(folder);
    }

    @Test
    void aStoppedExperimentGoesOnWhereItWas() throws IOException {
        experiment.with(
                "claims",
                "[{text: It drifts., metric: input_drift, arm: all, direction: greater},"
                        + " {text: It cannot be told., metric: backward_gain, arm: all, direction: greater}]");
        measure("unbroken", new Told(8));
        assertThrows(IllegalStateException.class, () -> measure("broken", new Told(3)));
        assertFalse(Files.exists(folder.resolve("broken/report.json")));
        Told told = new Told(8);

        measure("broken", told);

        assertEquals("3 kept, 15 epochs to go", told.start);
        assertEquals(List.of(4, 5, 6, 7, 8), told.finished);
        assertEquals(read("unbroken/metrics.csv"), read("broken/metrics.csv"));
        assertEquals(withoutTimes("unbroken/report.json"), withoutTimes("broken/report.json"));
        assertTrue(read("broken/report.json").contains("\"input_drift\" : 0."));
        assertTrue(
                read("broken/report.json").contains("\"untold\" : \"of all, seed 1: the network has too few layers"));
    }

    @Test
    void aFinishedExperimentIsNotTrainedAgain() throws IOException {
        measure("run", new Told(8));
        Told told = new Told(0);

        measure("run", told);

        assertEquals("8 kept, 0 epochs to go", told.start);
        assertTrue(RunFolder.claim(folder.resolve("run"), experiment.settings(), false)
                .isFinished());
    }

    @Test
    void forceTrainsAnew() throws IOException {
        measure("run", new Told(8));
        Told told = new Told(8);
        try (RunFolder run = RunFolder.claim(folder.resolve("run"), experiment.settings(), true)) {
            new Experiment(experiment.settings(), told, run.runs()).run().arms();
        }

        assertEquals("0 kept, 24 epochs to go", told.start);
        assertFalse(Files.exists(folder.resolve("run/report.json")));
    }

    /** Whoever looks, and adds seeds until an effect shows, finds one in the end. */
    @Test
    void seedsAddedAfterALookMakeVerdictsExploratoryForGood() throws IOException {
        measure("run", new Told(8));
        assertTrue(read("run/report.json").contains("\"exploratory\" : false"));
        experiment.with("measure.seeds", "3");
        Told told = new Told(12);

        measure("run", told);

        assertEquals("8 kept, 12 epochs to go", told.start);
        assertTrue(read("run/report.json").contains("\"exploratory\" : true"));
        assertTrue(RunFolder.claim(folder.resolve("run"), experiment.settings(), false)
                .isAfterALook());
    }

    /** The figures of runs that end are told while the others go on. */
    @Test
    void seedsAddedAfterRunsHaveEndedAreAddedAfterALook() throws IOException {
        assertThrows(IllegalStateException.class, () -> measure("run", new Told(3)));
        experiment.with("measure.seeds", "3");

        measure("run", new Told(12));

        assertTrue(read("run/report.json").contains("\"exploratory\" : true"));
    }

    /** Training anew gives the same figures again, so that it wipes no look away. */
    @Test
    void otherSeedsTrainedAnewWithForceAreExploratoryToo() throws IOException {
        measure("run", new Told(8));
        experiment.with("measure.seeds", "3");
        try (RunFolder run = RunFolder.claim(folder.resolve("run"), experiment.settings(), true)) {
            measure(run, new Told(12));
        }
        assertTrue(read("run/report.json").contains("\"exploratory\" : true"));

        try (RunFolder again = RunFolder.claim(folder.resolve("run"), experiment.settings(), true)) {
            measure(again, new Told(12));
        }
        assertTrue(read("run/report.json").contains("\"exploratory\" : true"));

        experiment.with("train.epochs", "2").with("measure.seeds", "2");
        try (RunFolder another = RunFolder.claim(folder.resolve("run"), experiment.settings(), true)) {
            measure(another, new Told(12));
        }
        assertTrue(read("run/report.json").contains("\"exploratory\" : false"));
    }

    @Test
    void reportedSeedsAreNotLeftOut() {
        measure("run", new Told(8));
        experiment.with("measure.seeds", "[2, 3]");

        assertEquals("holds a report of the seeds [1, 2]; seeds may be added to them, and none left out", refusal());
    }

    @Test
    void anotherExperimentIsRefusedByWhatDiffers() {
        measure("run", new Told(8));
        experiment.with("train.epochs", "4");

        assertEquals("holds another experiment: train.epochs was 3 and is 4", refusal());
    }

    @Test
    void otherImagesAreRefused() throws IOException {
        measure("run", new Told(8));
        Files.delete(folder.resolve("data/test/left/0.png"));

        DataException refusal = assertThrows(DataException.class, () -> measure("run", new Told(8)));

        assertTrue(String.valueOf(refusal.getMessage()).contains("saw other images"), refusal.getMessage());
    }

    @Test
    void aBrokenRunIsNamed() throws IOException {
        measure("run", new Told(8));
        Path file = folder.resolve("run/kept/arm2-seed1.json");
        Files.writeString(file, "{\"arm\": \"none\", \"seed\": 1}");

        DataException refusal = assertThrows(DataException.class, () -> measure("run", new Told(8)));

        assertTrue(String.valueOf(refusal.getMessage()).contains(file.toString()), refusal.getMessage());
        assertTrue(String.valueOf(refusal.getMessage()).contains("trained again when it is deleted"));
    }

    /** Runs that ended early count by the epoch that validation chose, kept or not. */
    @Test
    void aRunThatStoppedEarlyComesBackWithItsEpoch() throws IOException {
        experiment
                .with("train.early_stopping", "{monitor: validation_loss, patience: 1}")
                .with("train.epochs", "6");
        measure("unbroken", new Told(8));
        assertThrows(IllegalStateException.class, () -> measure("broken", new Told(3)));

        measure("broken", new Told(8));

        assertTrue(read("unbroken/kept/arm1-seed1.json").contains("\"chosen\":"));
        assertEquals(read("unbroken/metrics.csv"), read("broken/metrics.csv"));
        assertEquals(withoutTimes("unbroken/report.json"), withoutTimes("broken/report.json"));
    }

    /** Early stopping, averaged weights and momentum: all that a training remembers goes through the checkpoint. */
    @Test
    void aRunThatWasStoppedWithinGoesOnFromItsCheckpoint() throws IOException {
        experiment
                .with("train.early_stopping", "{monitor: validation_loss, patience: 2}")
                .with("train.ema", "{decay: 0.9}")
                .with("train.epochs", "5");
        measure("unbroken", new Told(8));
        try (RunFolder run = claimWithEveryCheckpoint("broken")) {
            assertThrows(IllegalStateException.class, () -> measure(run, stoppedBefore("arm3-seed1", 4)));
        }
        assertEquals(
                Set.of("arm1-seed1.json", "arm2-seed1.json", "arm3-seed1.safetensors", "experiment.json", "lock"),
                files("broken/kept"));
        Told told = new Told(8);

        try (RunFolder run = claimWithEveryCheckpoint("broken")) {
            measure(run, told);
        }

        assertEquals("2 kept, 27 epochs to go", told.start);
        assertEquals(read("unbroken/metrics.csv"), read("broken/metrics.csv"));
        assertEquals(withoutTimes("unbroken/report.json"), withoutTimes("broken/report.json"));
        assertEquals(files("unbroken/kept"), files("broken/kept"));
    }

    @Test
    void aRunWhoseFiguresAreOfEveryEpochBeginsAgain() throws IOException {
        experiment.with("claims", "[{text: It drifts., metric: input_drift, arm: all, direction: greater}]");

        try (RunFolder run = claimWithEveryCheckpoint("run")) {
            assertThrows(IllegalStateException.class, () -> measure(run, stoppedBefore("arm1-seed1", 3)));
        }

        assertEquals(Set.of("experiment.json", "lock"), files("run/kept"));
    }

    @Test
    void noCheckpointIsWrittenWithinTheFirstMinute() throws IOException {
        assertThrows(IllegalStateException.class, () -> measure("run", stoppedBefore("arm1-seed1", 3)));

        assertEquals(Set.of("experiment.json", "lock"), files("run/kept"));
    }

    @Test
    void aBrokenCheckpointIsNamed() throws IOException {
        try (RunFolder run = claimWithEveryCheckpoint("run")) {
            assertThrows(IllegalStateException.class, () -> measure(run, stoppedBefore("arm1-seed1", 3)));
        }
        Path file = folder.resolve("run/kept/arm1-seed1.safetensors");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));

        DataException refusal = assertThrows(DataException.class, () -> measure("run", new Told(8)));

        String start = "a run's checkpoint is broken, and the run begins again when it is deleted: " + file;
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(start), refusal.getMessage());
        Files.delete(file);
        measure("run", new Told(8));
    }

    /** A write to /dev/full fails as one to a full disk does; its name leads there in place of the temporary file. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullEndsTheExperimentAndKeepsTheRunStore() throws IOException {
        Path kept = Files.createDirectories(folder.resolve("run/kept"));
        Files.createSymbolicLink(kept.resolve("arm3-seed1.json.part"), Path.of("/dev/full"));

        ExperimentException failure = assertThrows(ExperimentException.class, () -> measure("run", new Told(8)));

        assertEquals(
                "arm 'noise', seed 1: cannot write " + kept.resolve("arm3-seed1.json") + ": No space left on device",
                failure.getMessage());
        assertEquals(Set.of("arm1-seed1.json", "arm2-seed1.json", "experiment.json", "lock"), files("run/kept"));
        Told told = new Told(8);
        measure("run", told);
        assertEquals("2 kept, 18 epochs to go", told.start);
    }

    @Test
    void aSecondMeasureInOneFolderIsRefusedWhileTheFirstIsAtWork() {
        List<String> refusals = new ArrayList<>();
        measure("run", new Told(8) {
            @Override
            public void runFinished(String arm, RunResult run, int count) {
                super.runFinished(arm, run, count);
                try (RunFolder second = RunFolder.claim(folder.resolve("run"), experiment.settings(), count == 8)) {
                    refusals.add(assertThrows(SettingsException.class, () -> measure(second, new Told(0)))
                            .getMessage());
                }
            }
        });

        assertEquals(Collections.nCopies(8, folder.resolve("run") + AT_WORK), refusals);
        Told told = new Told(0);
        measure("run", told);
        assertEquals("8 kept, 0 epochs to go", told.start);
    }

    /** As another process does it; whatever way that ends, its lock goes with it. */
    @Test
    void aMeasureOfAnotherProcessHoldsByALockAndNotByTheFileThatItLocks() throws IOException {
        measure("run", new Told(8));
        try (FileChannel lock = FileChannel.open(folder.resolve("run/kept/lock"), StandardOpenOption.WRITE)) {
            lock.lock();
            SettingsException refusal = assertThrows(SettingsException.class, () -> measure("run", new Told(0)));
            assertEquals(folder.resolve("run") + AT_WORK, refusal.getMessage());
        }
        assertTrue(Files.exists(folder.resolve("run/kept/lock")));
        measure("run", new Told(0));
    }

    /** It counted on a folder without a report: its verdicts would not be called exploratory. */
    @Test
    void aMeasureThatEndedWhileTheImagesWereReadIsNotOverwritten() throws IOException {
        try (RunFolder late = RunFolder.claim(
                folder.resolve("run"), experiment.with("measure.seeds", "3").settings(), false)) {
            experiment.with("measure.seeds", "2");
            measure("run", new Told(8));
            String report = read("run/report.json");
            experiment.with("measure.seeds", "3");

            SettingsException refusal = assertThrows(SettingsException.class, () -> measure(late, new Told(0)));

            assertEquals(
                    folder.resolve("run")
                            + ": another measure has ended here meanwhile; the same command goes on from there",
                    refusal.getMessage());
            assertEquals(report, read("run/report.json"));
        }
    }

    private RunFolder claimWithEveryCheckpoint(String name) {
        return RunFolder.claim(folder.resolve(name), experiment.settings(), false, 0);
    }

    /** Ends the experiment when the run has trained the epoch, just after it was kept or was not. */
    private ProgressListener stoppedBefore(String file, int epoch) {
        return new ProgressListener() {
            @Override
            public void epochFinished(String arm, long seed, EpochScores scores) {
                List<String> arms = experiment.settings().measure().arms().stream()
                        .map(Arm::name)
                        .toList();
                if (file.equals("arm" + (arms.indexOf(arm) + 1) + "-seed" + seed) && scores.epoch() == epoch - 1) {
                    throw new IllegalStateException("stopped on purpose");
                }
            }
        };
    }

    private Set<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        }
    }

    private String refusal() {
        String message = String.valueOf(assertThrows(SettingsException.class, () -> measure("run", new Told(8)))
                .getMessage());
        String ending = "; --force would replace it, --out would take another folder";
        assertTrue(message.endsWith(ending), message);
        return message.replace(ending, "").replace(folder.resolve("run") + ": ", "");
    }

    private void measure(String name, ProgressListener listener) {
        try (RunFolder run = RunFolder.claim(folder.resolve(name), experiment.settings(), false)) {
            measure(run, listener);
        }
    }

    private void measure(RunFolder run, ProgressListener listener) {
        ExperimentSettings settings = run.isAfterALook() ? experiment.settings().afterALook() : experiment.settings();
        ExperimentResult result = new Experiment(settings, listener, run.runs()).run();
        run.write(result, Provenance.of(settings, result, Instant.now(), Duration.ofSeconds(1)));
    }

    private String withoutTimes(String file) throws IOException {
        return read(file).replaceAll("\"(seconds|started)\" : .*", "");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Remembers what it is told, and ends the experiment when more runs have finished than it wants. */
    private static class Told implements ProgressListener {
        private final int most;
        private final List<Integer> finished = new ArrayList<>();
        private String start = "";

        Told(int most) {
            this.most = most;
        }

        @Override
        public void started(DataSummary data, int runs, int kept, long epochs) {
            start = kept + " kept, " + epochs + " epochs to go";
        }

        @Override
        public void epochFinished(String arm, long seed, EpochScores scores) {
            if (finished.size() == most) {
                throw new IllegalStateException("stopped on purpose");
            }
        }

        @Override
        public void runFinished(String arm, RunResult run, int count) {
            finished.add(count);
        }
    }
}
