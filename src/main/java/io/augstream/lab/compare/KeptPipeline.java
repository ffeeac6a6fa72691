package io.augstream.lab.compare;

import io.augstream.image.IoReason;
import io.augstream.run.Digests;
import io.augstream.settings.Settings;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The resolved pipeline file beside a report.json.
 *
 * @param lines of the file; empty where it cannot be compared
 * @param obstacle why not; empty where it can
 */
record KeptPipeline(Map<String, String> lines, String obstacle) {
    /** The one line that tells nothing that the table does not. */
    private static final String NAME = "name";

    /**
     * A report stands without its pipeline file, and a file that was changed afterwards says nothing about the run.
     *
     * @param sha256 that the report gives
     * @throws SettingsException if the file is there and cannot be read
     */
    static KeptPipeline beside(Path report, String sha256) {
        Path file = report.resolveSibling("pipeline.yaml");
        if (!Files.exists(file)) {
            return new KeptPipeline(Map.of(), "there is no pipeline.yaml beside its report.json");
        }
        String text = text(file);
        if (!Digests.of(text).equals(sha256)) {
            return new KeptPipeline(Map.of(), "its pipeline.yaml was changed after the run");
        }
        Map<String, String> lines = PipelineLines.of(Settings.parse(text, file.toString(), Path.of("/")));
        lines.remove(NAME);
        return new KeptPipeline(lines, "");
    }

    boolean isKnown() {
        return obstacle.isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SettingsException(file + ": cannot be read: " + IoReason.of(e, file), e);
        }
    }
}
