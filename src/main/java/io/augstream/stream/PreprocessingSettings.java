package io.augstream.stream;

import io.augstream.dataset.Dataset;
import io.augstream.dataset.Preparation;
import io.augstream.pipeline.Pipeline;
import java.nio.file.Path;

/**
 * What the offline job reads, does and writes.
 *
 * @param data the folder that {@code dataset} was read from; the manifest names files relative to it
 * @param preparation done once to each image, before the stages
 * @param seed with a copy's number as the epoch and the sample's id it decides every draw
 * @param copies augmented images of each sample, at least 1
 * @param out made if need be; must neither lie inside {@code data} nor hold it
 */
public record PreprocessingSettings(
        Path data, Dataset dataset, Preparation preparation, Pipeline pipeline, long seed, int copies, Path out) {
    public PreprocessingSettings {
        if (copies < 1) {
            throw new IllegalArgumentException("copies must be at least 1, got " + copies);
        }
    }
}
