package io.augstream.run;

import io.augstream.dataset.DataException;
import io.augstream.image.IoReason;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where a training lies: pipeline.yaml, metrics.csv, last.safetensors, best.safetensors and health.json. */
public record TrainingFolder(Path path) {
    /**
     * A folder for a new training; it is made when the first file is written. One that a training left which was ended
     * before its first checkpoint was whole may be taken again: its pipeline.yaml says what this one's says.
     *
     * @param yaml what the training's own pipeline.yaml will say
     * @throws SettingsException if it holds a training already, or is a file (a matter of the command line)
     */
    public static TrainingFolder claim(Path path, String yaml) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new SettingsException(path + ": is a file; a training needs a folder");
        }
        TrainingFolder folder = new TrainingFolder(path);
        if (Stream.of(folder.last(), folder.metrics(), path.resolve("report.json"), path.resolve("kept"))
                .anyMatch(Files::exists)) {
            throw new SettingsException(path + ": holds a run; --resume " + path
                    + " would go on with a training, --out would take another folder");
        }
        if (Files.exists(folder.pipeline()) && !folder.says(yaml)) {
            throw new SettingsException(folder.pipeline()
                    + ": is there already, and a training writes its own; --out would take another folder");
        }
        return folder;
    }

    /** @throws SettingsException if there is no checkpoint to go on from */
    public static TrainingFolder resume(Path path) {
        TrainingFolder folder = new TrainingFolder(path);
        if (!Files.exists(folder.last())) {
            throw new SettingsException(path + ": no training to go on with: " + folder.last() + " is missing");
        }
        return folder;
    }

    /** Whether pipeline.yaml is there with this text. */
    boolean says(String yaml) {
        try {
            return Files.readString(pipeline()).equals(yaml);
        } catch (IOException e) {
            throw new DataException(pipeline() + ": cannot be read: " + IoReason.of(e, pipeline()), e);
        }
    }

    /** The pipeline file as it was used. */
    public Path pipeline() {
        return path.resolve("pipeline.yaml");
    }

    /** The {@link EpochRow}s. */
    public Path metrics() {
        return path.resolve("metrics.csv");
    }

    /** What was seen of the layers, and what it says; missing where nobody looks. */
    public Path health() {
        return path.resolve("health.json");
    }

    /** All that the training needs to go on, after the last epoch or where it was stopped. */
    public Path last() {
        return path.resolve("last.safetensors");
    }

    /** The same after the epoch that the validation split finds best; missing without a validation split. */
    public Path best() {
        return path.resolve("best.safetensors");
    }
}
