package io.augstream.lab.report;

import io.augstream.dataset.DataException;
import io.augstream.dataset.StagedFile;
import io.augstream.image.IoReason;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.Recommendation;
import io.augstream.lab.RunStore;
import io.augstream.lab.report.page.ReportPage;
import io.augstream.run.TrainingFolder;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an experiment lies: its runs in kept/ as they go on and end, and then pipeline.yaml, metrics.csv, report.html and
 * report.json, which is moved into place last: a folder that holds one holds a whole experiment. What it recommends lies beside
 * them, as {@link RecommendationFolder} tells. From when its runs are opened until it is closed, it is nobody else's.
 */
public final class RunFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final String PIPELINE = "pipeline.yaml";
    private static final String METRICS = "metrics.csv";
    private static final String PAGE = "report.html";
    private static final String REPORT = "report.json";

    /** All but the runs; the report, which says that they are whole, goes first and comes last. */
    static final List<String> FILES = List.of(REPORT, PIPELINE, METRICS, PAGE);

    private final Path folder;
    private final ExperimentSettings settings;
    private final KeptRuns kept;

    /** NONE also where what lies here is to be replaced. */
    private final EarlierReport earlier;

    /** Whether results of this very experiment were told with other seeds, and no report of them is to be added to. */
    private final boolean begunWithOtherSeeds;

    /** Seeds of which results of this very experiment were told here, in order. */
    private final List<Long> lookedAt;

    /** Where it is replaced by itself, the seeds that its recommendation was confirmed on. */
    private final List<Long> confirmedOn;

    private RunFolder(Path folder, ExperimentSettings settings, boolean replaces, double secondsBetween) {
        this.folder = folder;
        this.settings = settings;
        kept = new KeptRuns(
                folder.resolve("kept"), settings, secondsBetween, replaces ? this::deleteAll : this::refuseChange);
        earlier = replaces ? EarlierReport.NONE : EarlierReport.read(report());
        begunWithOtherSeeds = kept.exist() && earlier.seeds().isEmpty() && hasOtherSeeds();
        lookedAt = kept.exist() ? findLookedAt() : List.of();
        confirmedOn = replaces && !lookedAt.isEmpty() ? RecommendationFolder.confirmedOn(folder) : List.of();
        kept.remember(lookedAt);
    }

    private List<Long> findLookedAt() {
        try {
            if (kept.difference().isPresent()) {
                return List.of();
            }
            EarlierReport report = EarlierReport.read(report());
            return Stream.of(report.seeds(), report.lookedAt(), kept.finishedSeeds(), kept.remembered())
                    .flatMap(List::stream)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (DataException | SettingsException e) {
            LOG.debug("what is replaced in {} cannot be read, so nobody can have read it", folder, e);
            return List.of();
        }
    }

    private boolean hasOtherSeeds() {
        try {
            return kept.difference().isEmpty()
                    && (isBegunWithOtherSeeds() || EarlierReport.read(report()).exploratory());
        } catch (DataException | SettingsException e) {
            LOG.debug("what is replaced in {} cannot be read, so nobody can have read it", folder, e);
            return false;
        }
    }

    private boolean isBegunWithOtherSeeds() {
        return kept.anyFinished()
                && !Set.copyOf(kept.begunWith())
                        .equals(Set.copyOf(settings.measure().seeds()));
    }

    /**
     * Makes sure, before any work is done for it, that the folder can hold the experiment. It is left as it was, so that
     * work which fails or is stopped before the first run leaves no empty folder behind.
     *
     * @param force whether an experiment that lies there may be replaced; otherwise the same one goes on where it was
     * @throws SettingsException if a training, or another experiment that may not be replaced, lies there (a matter of the
     *     command line: exit code 2), or the path is not a folder
     * @throws UncheckedIOException if the folder cannot be made
     */
    public static RunFolder claim(Path folder, ExperimentSettings settings, boolean force) {
        return claim(folder, settings, force, KeptRuns.SECONDS_BETWEEN_CHECKPOINTS);
    }

    /** @param secondsBetween two checkpoints of a run */
    static RunFolder claim(Path folder, ExperimentSettings settings, boolean force, double secondsBetween) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new SettingsException(folder + ": is a file; results need a folder");
        }
        if (Files.exists(new TrainingFolder(folder).last())) {
            throw new SettingsException(folder + ": holds a training; --out would take another folder");
        }
        RunFolder claimed = new RunFolder(folder, settings, force, secondsBetween);
        if (!force) {
            claimed.refuseAnother();
        }
        tryToMake(folder);
        return claimed;
    }

    private void refuseAnother() {
        if (!kept.exist()) {
            if (Files.exists(report())) {
                throw refused("holds a finished experiment without its runs");
            }
            return;
        }
        kept.difference().ifPresent(difference -> {
            throw refused("holds another experiment: " + difference);
        });
        if (earlier.recommends() && !isFinished()) {
            throw refused("holds a recommendation by the seeds " + Notes.seeds(earlier.seeds())
                    + ", which other seeds may not agree with");
        }
        if (!settings.measure().seeds().containsAll(earlier.seeds())) {
            throw refused("holds a report of the seeds " + earlier.seeds()
                    + "; seeds may be added to them, and none left out");
        }
    }

    /** Images take a while to read, and another measure may have come and gone since the claim. */
    private void refuseChange() {
        if (!EarlierReport.read(report()).equals(earlier)) {
            throw new SettingsException(
                    folder + ": another measure has ended here meanwhile; the same command goes on from there");
        }
        refuseAnother();
    }

    private SettingsException refused(String why) {
        return new SettingsException(
                folder + ": " + why + "; --force would replace it, --out would take another folder");
    }

    /**
     * The runs that are here; where this experiment replaces another, the other's go once its own images are read. Whoever
     * opens them while somebody else has them open gets a SettingsException.
     */
    public RunStore runs() {
        return kept;
    }

    private void deleteAll() {
        deleteReport();
        RecommendationFolder.delete(folder);
        kept.delete();
    }

    /** Whether the report of this very experiment lies here. */
    public boolean isFinished() {
        return Set.copyOf(earlier.seeds()).equals(Set.copyOf(settings.measure().seeds()));
    }

    /**
     * Whether somebody may have looked at results before the seeds became these: at a report, or at the figures of runs that
     * ended before an experiment was stopped. It stays so where they are trained anew, which gives the same figures again.
     */
    public boolean isAfterALook() {
        boolean grown = !earlier.seeds().isEmpty() && !isFinished();
        return earlier.exploratory() || grown || begunWithOtherSeeds;
    }

    /** Those of {@code seeds} of which results were told here. To confirm once more on the very same is no look at others. */
    List<Long> lookedAt(List<Long> seeds) {
        return seeds.stream()
                .filter(seed -> lookedAt.contains(seed) || confirmedOn.contains(seed) && !confirmedOn.equals(seeds))
                .toList();
    }

    @Override
    public void close() {
        kept.close();
    }

    /** Makes what is missing of the path and takes it away again. */
    private static void tryToMake(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path part = folder.toAbsolutePath(); part != null && Files.notExists(part); part = part.getParent()) {
            missing.add(part);
        }
        make(folder);
        try {
            for (Path part : missing) {
                Files.deleteIfExists(part);
            }
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("another run has begun to fill {}", e.getFile());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make " + folder + ": " + IoReason.of(e, folder) + "; --out would take another folder", e);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make " + folder + ": " + IoReason.of(e, folder) + "; --out would take another folder", e);
        }
    }

    public Path path() {
        return folder;
    }

    /**
     * Makes the folder, writes all four files under temporary names, then moves them. A report that is replaced goes first, so that at no
     * time an old one lies beside new metrics.
     *
     * @throws UncheckedIOException if that fails; the message names the file, and no temporary one is left
     */
    public void write(ExperimentResult result, Provenance provenance) {
        make(folder);
        List<StagedFile> files = new ArrayList<>();
        try {
            files.add(stage(PIPELINE, settings.resolved()));
            files.add(stage(METRICS, MetricsCsv.of(result)));
            stageReport(files, result, withLooks(provenance), Optional.empty());
            deleteReport();
            files.forEach(StagedFile::publish);
        } catch (RuntimeException | Error e) {
            files.forEach(StagedFile::discard);
            throw e;
        }
    }

    private Map<String, @Nullable Object> withLooks(Provenance provenance) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>(provenance.asMap());
        List<Long> others = lookedAt.stream()
                .filter(seed -> !settings.measure().seeds().contains(seed))
                .toList();
        if (!others.isEmpty()) {
            map.put(EarlierReport.LOOKED_AT, others);
        }
        return map;
    }

    /**
     * Writes page and report anew with what was recommended in them; whatever else they say stays.
     *
     * @throws UncheckedIOException if that fails; the message names the file, and no temporary one is left
     */
    public void recommend(ExperimentResult result, Recommendation recommendation) {
        List<StagedFile> files = new ArrayList<>();
        try {
            stageReport(files, result, EarlierReport.provenance(report()), Optional.of(recommendation));
            files.forEach(StagedFile::publish);
        } catch (RuntimeException | Error e) {
            files.forEach(StagedFile::discard);
            throw e;
        }
    }

    private void stageReport(
            List<StagedFile> files,
            ExperimentResult result,
            Map<String, ?> provenance,
            Optional<Recommendation> recommendation) {
        List<String> recommended =
                recommendation.map(RecommendationText::paragraphs).orElseGet(List::of);
        files.add(stage(PAGE, ReportPage.of(settings, result, provenance, recommended, Notes.paragraphs(result))));
        files.add(stage(REPORT, ReportJson.of(result, provenance, recommendation)));
    }

    private void deleteReport() {
        try {
            Files.deleteIfExists(report());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace " + report() + ": " + IoReason.of(e, report()), e);
        }
    }

    private Path report() {
        return folder.resolve(REPORT);
    }

    private StagedFile stage(String name, String text) {
        return StagedFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
