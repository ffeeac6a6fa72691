package io.augstream.run;

import io.augstream.dataset.BatchSource;
import io.augstream.dataset.DataException;
import io.augstream.dataset.Sample;
import io.augstream.dataset.Split;
import io.augstream.dataset.StagedFile;
import io.augstream.nn.Kernels;
import io.augstream.nn.LayerSpec;
import io.augstream.nn.Network;
import io.augstream.nn.PlannedBatch;
import io.augstream.nn.Shape;
import io.augstream.settings.Json;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.stream.Pace;
import io.augstream.stream.StreamRuntime;
import io.augstream.train.Checkpoint;
import io.augstream.train.CheckpointFolder;
import io.augstream.train.EarlyStopping;
import io.augstream.train.NetworkSettings;
import io.augstream.train.Position;
import io.augstream.train.Score;
import io.augstream.train.Scorer;
import io.augstream.train.StopReason;
import io.augstream.train.Trainer;
import io.augstream.train.TrainingException;
import io.augstream.train.TrainingOutcome;
import io.augstream.train.health.Diagnosis;
import io.augstream.train.health.HealthJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One training of a pipeline file, from its data to its files. The same file, seed and data give the same files, but for
 * the times in metrics.csv, stopped and gone on with or not.
 */
public final class TrainingRun {
    private static final List<String> WITHOUT_A_SAY = List.of("name", "measure", "train.threads");

    private static final double NANOS = 1e9;

    private final TrainingFile file;
    private final Settings resolved;
    private final long seed;
    private final TrainingFolder folder;
    private final @Nullable Checkpoint from;
    private volatile boolean stopped;
    private @Nullable Trainer trainer;
    private volatile @Nullable RunProgress progress;

    private TrainingRun(
            TrainingFile file, Settings resolved, long seed, TrainingFolder folder, @Nullable Checkpoint from) {
        this.file = file;
        this.resolved = resolved;
        this.seed = seed;
        this.folder = folder;
        this.from = from;
    }

    /**
     * @param name of the training where the file gives none
     * @param out its folder
     * @throws SettingsException if {@code out} holds a training already, or is a file
     */
    public static TrainingRun begin(TrainingFile file, String name, long seed, Path out) {
        Settings resolved = file.resolved(name);
        return new TrainingRun(file, resolved, seed, TrainingFolder.claim(out, resolved.toYaml()), null);
    }

    /**
     * Goes on from the folder's last checkpoint.
     *
     * @param seed null for the checkpoint's own
     * @throws SettingsException if file or seed are not what the training began with; the message says what differs
     * @throws io.augstream.train.safetensors.SafetensorsException if the checkpoint is broken
     */
    public static TrainingRun resume(TrainingFile file, String name, @Nullable Long seed, Path path) {
        TrainingFolder folder = TrainingFolder.resume(path);
        Checkpoint from = Checkpoint.read(folder.last());
        RunRecord record = RunRecord.from(from, folder.last().toString());
        if (seed != null && seed != record.seed()) {
            throw new SettingsException(folder.path() + ": was trained with seed " + record.seed() + ", not " + seed);
        }
        Settings resolved = file.resolved(name);
        List<String> differences = FileDifferences.between(record.pipeline(), resolved, WITHOUT_A_SAY);
        if (!differences.isEmpty()) {
            throw new SettingsException(folder.path() + ": was trained by another pipeline file: "
                    + String.join("; ", differences)
                    + "; a training goes on as it began, and one with other settings needs another --out");
        }
        return new TrainingRun(file, resolved, record.seed(), folder, from);
    }

    /**
     * Asks the training to end after its present step, with its checkpoint written, or in the middle of a scoring. Any
     * thread may call it.
     *
     * @return false if it has not begun, and so will write nothing: there is nothing to wait for
     */
    public synchronized boolean stop() {
        stopped = true;
        Trainer running = trainer;
        if (running != null) {
            running.stop();
        }
        return running != null;
    }

    /** What was seen of the layers so far says, after a {@link TrainingException} too; nothing where nobody looked. */
    public synchronized Optional<Diagnosis> health() {
        return trainer == null ? Optional.empty() : trainer.diagnosis();
    }

    /** Where its files lie. */
    public TrainingFolder folder() {
        return folder;
    }

    /** What the folder holds of the training, in words. Any thread may ask. */
    public String kept() {
        RunProgress running = progress;
        Position kept = running == null ? null : running.kept();
        if (kept != null) {
            return folder.last() + " holds the training " + kept.words();
        }
        return from == null ? "nothing was written" : folder.last() + " stays as it was";
    }

    /**
     * Reads the data, trains, and scores every split at the end.
     *
     * @param threads of the network; they show in no result
     * @throws DataException if the data is wrong, or a setting needs a validation split and there is none
     * @throws SettingsException if network, stages or batches do not fit the images; told before the first step
     * @throws MemoryException if the network cannot be trained within Java's heap; told before it is made
     * @throws TrainingException if the loss becomes infinite or no number; the files are those of the
     *     epoch before
     */
    public RunSummary train(int threads, RunListener listener) {
        long start = System.nanoTime();
        TrainingData data =
                TrainingData.load(file.data(), seed, (shape, images) -> beforeFitting(shape, images, listener));
        RunRecord record = RunRecord.of(resolved.toYaml(), seed, data);
        if (from != null) {
            String last = folder.last().toString();
            RunRecord.from(from, last).requireImages(record, last);
        }
        List<LayerSpec> layers = NetworkSettings.from(
                file.network(), data.shape(), data.classes().size());
        FitCheck fit = new FitCheck(file, data.shape());
        fit.validation(data.images().validation());
        PlannedBatch batch = data.images().largestBatches(file.train().batch(), data.shape());
        fit.memory(fit.network(layers, batch), batch, Runtime.getRuntime().maxMemory());
        int workers = Runtime.getRuntime().availableProcessors();
        try (Network network = Network.create(layers, data.shape(), seed, Kernels.selected(), threads);
                StreamRuntime runtime = new StreamRuntime(workers)) {
            Trainer own = trainer(network);
            RunProgress written = new RunProgress(
                    own,
                    from == null ? null : own.position(),
                    from == null ? Curves.begin(folder.metrics()) : Curves.goOn(folder.metrics(), own.epochs()),
                    new CheckpointFolder(folder.path(), own, record.metadata(), record.tensors()),
                    listener);
            BatchSource batches = data.images()
                    .augmented(
                            file.pipeline(),
                            file.copies(),
                            seed,
                            Pace.of(file.train().batch(), workers),
                            runtime);
            if (!begins(own)) {
                return RunSummary.unbegun((System.nanoTime() - start) / NANOS);
            }
            try (FolderHold hold = hold()) {
                progress = written;
                listener.started(data, file.train().epochs());
                TrainingOutcome outcome = train(own, batches, data.images(), written);
                Map<Split, Score> scores =
                        outcome.reason() == StopReason.REQUESTED ? Map.of() : score(network, data.images(), listener);
                return written.summary(outcome, restoresBest(), scores, (System.nanoTime() - start) / NANOS);
            }
        }
    }

    /** What need not wait for minutes of fitting. */
    private void beforeFitting(Shape shape, int images, RunListener listener) {
        FitCheck fit = new FitCheck(file, shape);
        fit.stages(file.pipeline(), "");
        fit.whitening(images, Runtime.getRuntime().maxMemory());
        if (file.data().whitening().fittingBytes(images, shape.size()) > 0) {
            listener.whitening(images, shape.size());
        }
    }

    private FolderHold hold() {
        return from == null ? FolderHold.begin(folder, resolved.toYaml()) : FolderHold.goOn(folder, resolved.toYaml());
    }

    private boolean restoresBest() {
        return file.train()
                .earlyStopping()
                .filter(EarlyStopping::restoreBestWeights)
                .isPresent();
    }

    private Trainer trainer(Network network) {
        Trainer own = new Trainer(network, file.train(), seed);
        if (from != null) {
            own.resume(from);
            requireBest(own);
        }
        return own;
    }

    /** Without it the files of the training would name a best epoch and not have it. */
    private void requireBest(Trainer own) {
        boolean hasBest = own.epochs().stream().anyMatch(epoch -> epoch.validation() != null && epoch.best());
        if (hasBest && Files.notExists(folder.best())) {
            throw new DataException(folder.best() + ": is missing, though " + folder.last()
                    + " tells of a best epoch; put it back, or train anew with another --out");
        }
    }

    /** Whether it may write from here on: nobody has stopped it before. */
    private synchronized boolean begins(Trainer own) {
        if (!stopped) {
            trainer = own;
        }
        return !stopped;
    }

    private TrainingOutcome train(Trainer own, BatchSource batches, TrainingImages images, RunProgress listener) {
        try {
            TrainingOutcome outcome = images.validation().isEmpty()
                    ? own.train(batches, listener)
                    : own.train(batches, images.clean(images.validation()), listener);
            writeHealth(own);
            return outcome;
        } catch (TrainingException e) {
            writeHealth(own);
            throw e.adding("; " + kept());
        }
    }

    private void writeHealth(Trainer own) {
        own.diagnosis().ifPresent(diagnosis -> own.health().ifPresent(log -> {
            String json = Json.line(HealthJson.of(diagnosis, log)) + "\n";
            StagedFile.write(folder.health(), json.getBytes(StandardCharsets.UTF_8))
                    .publish();
        }));
    }

    /** All splits that have images; none where it is stopped before the last. */
    private Map<Split, Score> score(Network network, TrainingImages images, RunListener listener) {
        Map<Split, Score> scores = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            List<Sample> samples = images.of(split);
            if (samples.isEmpty()) {
                continue;
            }
            listener.scoring(split);
            Scorer.scoreUnless(
                            () -> stopped,
                            network,
                            images.clean(samples),
                            file.train().loss().forScoring())
                    .ifPresent(score -> scores.put(split, score));
            if (stopped) {
                return Map.of();
            }
        }
        return scores;
    }
}
