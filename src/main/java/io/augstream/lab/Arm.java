package io.augstream.lab;

import io.augstream.pipeline.Pipeline;
import io.augstream.run.TrainingFile;
import io.augstream.settings.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One way to train that the experiment compares: all arms share everything but what {@code changes} change, and their stages.
 *
 * @param name unique in its experiment
 * @param training the pipeline file with the changes, and those of its stages that the arm has
 * @param changes by their keys, as {@code train.weight_decay}; in the order in which they were made
 */
public record Arm(String name, TrainingFile training, Map<String, Value> changes) {
    /** The arm without augmentation, which all others are compared with unless the file says otherwise. */
    public static final String NONE = "none";

    /** The arm with every stage. */
    static final String ALL = "all";

    public Arm {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /** An arm that differs from the file by its stages alone. */
    static Arm of(String name, TrainingFile file, Pipeline stages) {
        return new Arm(name, file.with(stages), Map.of());
    }

    /** What happens to its training images. */
    public Pipeline pipeline() {
        return training.pipeline();
    }
}
