package io.augstream.lab.report;

import io.augstream.dataset.StagedFile;
import io.augstream.image.IoReason;
import io.augstream.lab.ExperimentSettings;
import io.augstream.lab.Recommendation;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an experiment's folder holds what it recommends: recommended.yaml, written last, and confirmation/, an experiment of
 * its own with all that one has.
 */
public final class RecommendationFolder {
    private static final String FORCE = "--force would train all anew, --out would take another folder";

    private final Path file;
    private final Path confirmation;
    private final boolean force;

    private RecommendationFolder(Path folder, boolean force) {
        file = folder.resolve("recommended.yaml");
        confirmation = folder.resolve("confirmation");
        this.force = force;
    }

    /**
     * Makes sure, before any training, that a recommendation can be made and written here.
     *
     * @param run the experiment's own folder
     * @param force whether what lies there may be replaced; it goes with the experiment
     * @throws SettingsException if another recommendation lies here, or one that was confirmed on other seeds: whoever could
     *     confirm anew after a look would confirm anything in the end; or if seeds that it would be confirmed on were looked at
     */
    public static RecommendationFolder claim(RunFolder run, ExperimentSettings settings, boolean force) {
        RecommendationFolder claimed = new RecommendationFolder(run.path(), force);
        if (Files.exists(claimed.confirmation) && !Files.isDirectory(claimed.confirmation)) {
            throw new SettingsException(claimed.confirmation + ": is a file; the confirmation needs a folder");
        }
        List<Long> fresh = settings.measure().freshSeeds();
        List<Long> stale = run.lookedAt(fresh);
        if (!stale.isEmpty()) {
            throw new SettingsException(run.path() + ": a recommendation is confirmed on the seeds "
                    + Notes.seeds(fresh) + ", and results of " + Notes.seeds(stale)
                    + " were told here before; fresh ones are numbered on from the largest of measure.seeds, so that"
                    + " --seeds " + Collections.max(stale) + " would do");
        }
        if (!force) {
            claimed.refuseOtherSeeds(fresh);
            if (Files.exists(claimed.file) && !run.isFinished()) {
                throw claimed.another();
            }
        }
        return claimed;
    }

    /** None where there is no whole confirmation. */
    static List<Long> confirmedOn(Path folder) {
        Path report = new RecommendationFolder(folder, false).confirmation.resolve("report.json");
        return EarlierReport.read(report).seeds();
    }

    private void refuseOtherSeeds(List<Long> fresh) {
        List<Long> seen =
                EarlierReport.read(confirmation.resolve("report.json")).seeds();
        if (!seen.isEmpty() && !seen.equals(fresh)) {
            throw new SettingsException(confirmation + ": the recommendation was confirmed on the seeds "
                    + Notes.seeds(seen) + ", and these would be " + Notes.seeds(fresh)
                    + "; it is confirmed once, for whoever tries again until it holds confirms anything; " + FORCE);
        }
    }

    private SettingsException another() {
        return new SettingsException(
                file + ": is there and says something else than this recommendation; move it away, "
                        + "and the same command goes on; " + FORCE);
    }

    /** @throws SettingsException if the confirmation of another arm lies there */
    public RunFolder confirmation(ExperimentSettings settings) {
        return RunFolder.claim(confirmation, settings, false);
    }

    /**
     * Writes the recommended file, with what speaks for it as comments at its head.
     *
     * @param name of the experiment where its file says nothing
     * @return where it lies
     * @throws SettingsException if one that says something else lies there and may not be replaced: somebody may have
     *     changed it
     * @throws UncheckedIOException if it cannot be written; the message names the file
     */
    public Path write(Recommendation recommendation, String name) {
        String text = RecommendationText.comment(recommendation) + recommendation.file(name);
        if (force || !Files.exists(file)) {
            StagedFile.write(file, text.getBytes(StandardCharsets.UTF_8)).publish();
        } else if (!text.equals(read())) {
            throw another();
        }
        return file;
    }

    private String read() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + IoReason.of(e, file), e);
        }
    }

    /** Takes away what an experiment that is replaced has recommended, and nothing else that lies there. */
    static void delete(Path folder) {
        RecommendationFolder old = new RecommendationFolder(folder, true);
        try {
            Files.deleteIfExists(old.file);
            old.deleteConfirmation();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace " + folder + ": " + IoReason.of(e, folder), e);
        }
    }

    private void deleteConfirmation() throws IOException {
        for (String name : RunFolder.FILES) {
            Files.deleteIfExists(confirmation.resolve(name));
        }
        deleteFolder(confirmation.resolve("kept"), true);
        deleteFolder(confirmation, false);
    }

    /** It stays where something else lies in it. */
    private static void deleteFolder(Path folder, boolean withFiles) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> files = inside.toList();
            if (withFiles) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            if (withFiles || files.isEmpty()) {
                Files.delete(folder);
            }
        }
    }
}
