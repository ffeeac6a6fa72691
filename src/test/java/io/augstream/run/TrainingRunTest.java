package io.augstream.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.dataset.Split;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.train.Position;
import io.augstream.train.StepReport;
import io.augstream.train.StopReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingRunTest {
    private static final String YAML =
            """
            data: {root: samples, train_size: 20, validation: 0, prepare: {resize: 8}}
            network: [flatten, dense: {units: classes}]
            train: {epochs: 2, batch: 5}
            """;

    @TempDir
    private Path folder;

    @Test
    void stoppedWhileDataIsReadItWritesNothing() {
        Path out = folder.resolve("out");
        TrainingRun run = run(out);
        assertFalse(run.stop());
        RunSummary summary = run.train(1, RunListener.NONE);
        assertEquals(StopReason.REQUESTED, summary.reason());
        assertEquals(Position.START, summary.position());
        assertEquals("nothing was written", run.kept());
        assertFalse(Files.exists(out));
    }

    @Test
    void atAnyTimeItTellsWhatItsFolderHolds() {
        Path out = folder.resolve("out");
        TrainingRun run = run(out);
        List<String> told = new ArrayList<>();
        RunSummary summary = run.train(1, new RunListener() {
            @Override
            public void stepEnded(StepReport step) {
                if (step.step() == 0) {
                    told.add(run.kept());
                }
                if (step.epoch() == 1 && step.step() == 1) {
                    assertTrue(run.stop());
                }
            }

            @Override
            public void scoring(Split split) {
                throw new AssertionError("stopped");
            }
        });
        told.add(run.kept());
        String last = out.resolve("last.safetensors") + " holds the training ";
        assertEquals(
                List.of(last + "before the first step", last + "after epoch 1", last + "in epoch 2, after 2 steps"),
                told);
        assertEquals(new Position(1, 2), summary.position());
    }

    /** Both found the folder free. */
    @Test
    void ofTwoTrainingsIntoOneFolderOneIsRefused() throws Exception {
        Path out = folder.resolve("out");
        TrainingRun first = run(out);
        TrainingRun second = run(out);
        first.train(1, RunListener.NONE);
        byte[] before = Files.readAllBytes(out.resolve("last.safetensors"));
        assertThrows(SettingsException.class, () -> second.train(1, RunListener.NONE));
        assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(out.resolve("last.safetensors"))));
    }

    /** Ended by a signal while its first checkpoint was written: pipeline.yaml is there, and nothing to go on from. */
    @Test
    void aFolderWithoutACheckpointIsTakenByTheSameTrainingAlone() throws Exception {
        Path out = folder.resolve("out");
        assertNotNull(run(out).train(1, RunListener.NONE));
        Files.delete(out.resolve("last.safetensors"));
        Files.delete(out.resolve("metrics.csv"));
        Files.deleteIfExists(out.resolve("best.safetensors"));

        assertEquals(StopReason.ALL_EPOCHS, run(out).train(1, RunListener.NONE).reason());
        assertTrue(Files.exists(out.resolve("last.safetensors")));

        Files.delete(out.resolve("last.safetensors"));
        Files.delete(out.resolve("metrics.csv"));
        Files.writeString(out.resolve("pipeline.yaml"), "data: {root: elsewhere}");
        String message = String.valueOf(
                assertThrows(SettingsException.class, () -> run(out)).getMessage());
        assertTrue(message.contains("pipeline.yaml: is there already"), message);
    }

    private static TrainingRun run(Path out) {
        TrainingFile file =
                TrainingFile.from(Settings.parse(YAML, "p.yaml", Path.of("").toAbsolutePath()));
        return TrainingRun.begin(file, "p", 1, out);
    }
}
