package io.augstream.lab.report;

import io.augstream.dataset.DataException;
import io.augstream.dataset.StagedFile;
import io.augstream.image.IoReason;
import io.augstream.lab.Arm;
import io.augstream.lab.BegunRun;
import io.augstream.lab.DataSummary;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.RunResult;
import io.augstream.lab.RunStore;
import io.augstream.run.FileDifferences;
import io.augstream.run.FolderHold;
import io.augstream.settings.Json;
import io.augstream.settings.Section;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import io.augstream.settings.Value;
import io.augstream.train.Checkpoint;
import io.augstream.train.CheckpointException;
import io.augstream.train.safetensors.SafetensorsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An experiment's runs, a file each, beside experiment.json, which says whose they are: the resolved pipeline file, the
 * version and the images' digests. One that is not finished is a checkpoint, written anew every minute or so of its training. Other
 * seeds are no other experiment; everything else is. From {@link #open} to {@link #close} nobody else may open them: a lock, an
 * empty file, is held.
 */
final class KeptRuns implements RunStore, AutoCloseable {
    /** The images count, not where they lie. */
    private static final List<String> WITHOUT_A_SAY = List.of("measure.seeds", "data.root", "train.threads");

    /** A checkpoint costs less than a second. */
    static final double SECONDS_BETWEEN_CHECKPOINTS = 60;

    private static final String RUN = "run";
    private static final Pattern RUN_FILE = Pattern.compile("arm\\d+-seed(-?\\d+)\\.json");

    private final Path folder;
    private final ExperimentSettings settings;
    private final double secondsBetween;
    private final Runnable beginning;
    private final Map<Path, Double> secondsKept = new HashMap<>();
    private List<Long> remembered = List.of();
    private @Nullable FolderHold hold;

    /**
     * @param secondsBetween a run's training goes on for as long, at least, before its checkpoint is written again
     * @param beginning done once the images are read and the folder is held, before anything here is
     */
    KeptRuns(Path folder, ExperimentSettings settings, double secondsBetween, Runnable beginning) {
        this.folder = folder;
        this.settings = settings;
        this.secondsBetween = secondsBetween;
        this.beginning = beginning;
    }

    boolean exist() {
        return Files.exists(experiment());
    }

    /** How what is kept differs from this experiment, in words; empty where it does not, but for the images. */
    Optional<String> difference() {
        Section kept = read();
        String version = kept.get("augstream").text();
        if (!version.equals(Provenance.version())) {
            return Optional.of("it was begun by version " + version + ", and this is " + Provenance.version());
        }
        Settings now = Settings.parse(settings.resolved(), "pipeline.yaml", Path.of("/"));
        List<String> differences = FileDifferences.between(kept.get("pipeline").text(), now, WITHOUT_A_SAY);
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
    }

    /** With which seeds the runs that are kept were begun; none where there are none. */
    List<Long> begunWith() {
        return Settings.parse(read().get("pipeline").text(), "pipeline.yaml", Path.of("/"))
                .root()
                .section("measure")
                .list("seeds")
                .stream()
                .map(Value::whole)
                .toList();
    }

    /** What is begun anew here keeps in mind that results of these seeds were told. */
    void remember(List<Long> seeds) {
        remembered = List.copyOf(seeds);
    }

    /** The seeds that what lies here has in mind. */
    List<Long> remembered() {
        return read().list(EarlierReport.LOOKED_AT).stream().map(Value::whole).toList();
    }

    /** Whether a run is finished, whose figures were told. */
    boolean anyFinished() {
        return !finishedSeeds().isEmpty();
    }

    /** Of the runs that are finished. */
    List<Long> finishedSeeds() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> RUN_FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** Takes all of it away but the lock; experiment.json last, so that no run is ever without an owner. */
    void delete() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !List.of(experiment(), lock()).contains(file))
                    .toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(experiment());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace " + folder + ": " + IoReason.of(e, folder), e);
        }
    }

    @Override
    public void open(DataSummary data) {
        hold();
        beginning.run();
        if (!exist()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("augstream", Provenance.version());
            map.put("pipeline", settings.resolved());
            map.put("sha256", digests(data));
            map.put(EarlierReport.LOOKED_AT, remembered);
            write(experiment(), Json.document(map));
            return;
        }
        Map<String, String> kept = new TreeMap<>();
        Section digests = read().section("sha256");
        digests.keys().forEach(key -> kept.put(key, digests.get(key).text()));
        if (!kept.equals(digests(data))) {
            throw new DataException(folder + ": these runs saw other images than "
                    + settings.data().root()
                    + " holds now; --force would train them anew, --out would take another folder");
        }
    }

    /** Where nobody may write, a finished experiment can still be told again, and nobody is in the way. */
    private void hold() {
        if (Files.notExists(folder) || Files.isWritable(folder)) {
            hold = FolderHold.of(
                    lock(), folder.getParent() + ": a measure is at work here; wait for its end, or stop it");
        }
    }

    @Override
    public void close() {
        if (hold != null) {
            hold.close();
        }
    }

    /** Without that of the training images: which of them are used depends on the seeds. */
    private static Map<String, String> digests(DataSummary data) {
        Map<String, String> digests = new TreeMap<>(data.digests());
        digests.remove("train");
        return digests;
    }

    @Override
    public Optional<RunResult> finished(String arm, long seed) {
        Path file = file(arm, seed, ".json");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeptRun.read(Files.readString(file), file.toString(), arm, seed));
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (SettingsException | IllegalArgumentException e) {
            throw new DataException(
                    "a finished run is broken, and is trained again when it is deleted: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<BegunRun> begun(String arm, long seed) {
        Path file = checkpoint(arm, seed);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            Checkpoint checkpoint = Checkpoint.read(file);
            String json = checkpoint.metadata().getOrDefault(RUN, "");
            BegunRun run = KeptRun.readBegun(json, checkpoint, file.toString(), arm, seed);
            secondsKept.put(file, run.seconds());
            return Optional.of(run);
        } catch (SafetensorsException | CheckpointException | SettingsException | IllegalArgumentException e) {
            throw new DataException(
                    "a run's checkpoint is broken, and the run begins again when it is deleted: " + e.getMessage(), e);
        }
    }

    @Override
    public void keep(String arm, RunResult run) {
        write(file(arm, run.seed(), ".json"), KeptRun.written(arm, run));
        Path checkpoint = checkpoint(arm, run.seed());
        try {
            Files.deleteIfExists(checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot delete " + checkpoint + ": " + IoReason.of(e, checkpoint) + "; its run is finished", e);
        }
    }

    @Override
    public void keep(String arm, BegunRun run) {
        Path file = checkpoint(arm, run.seed());
        if (run.seconds() - secondsKept.getOrDefault(file, 0.0) >= secondsBetween) {
            run.checkpoint().with(Map.of(RUN, KeptRun.written(arm, run))).write(file);
            secondsKept.put(file, run.seconds());
        }
    }

    private Path checkpoint(String arm, long seed) {
        return file(arm, seed, ".safetensors");
    }

    /** By the arm's number, as its name may hold anything. */
    private Path file(String arm, long seed, String ending) {
        List<String> arms = settings.measure().arms().stream().map(Arm::name).toList();
        return folder.resolve("arm" + (arms.indexOf(arm) + 1) + "-seed" + seed + ending);
    }

    private Path experiment() {
        return folder.resolve("experiment.json");
    }

    private Path lock() {
        return folder.resolve("lock");
    }

    private Section read() {
        try {
            return Settings.parse(Files.readString(experiment()), experiment().toString(), Path.of("/"))
                    .root();
        } catch (IOException e) {
            throw unreadable(experiment(), e);
        }
    }

    private static DataException unreadable(Path file, IOException e) {
        return new DataException(file + ": cannot be read: " + IoReason.of(e, file), e);
    }

    private static void write(Path file, String text) {
        StagedFile.write(file, text.getBytes(StandardCharsets.UTF_8)).publish();
    }
}
