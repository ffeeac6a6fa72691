package io.augstream.dataset;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a sample is for. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    /** As written in sample ids and folder names: {@code train}, {@code validation}, {@code test}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The split that a folder, or a word of a file name, stands for; MNIST calls its 10,000 test images t10k. */
    static @Nullable Split named(String word) {
        return switch (word) {
            case "train" -> TRAIN;
            case "validation", "val" -> VALIDATION;
            case "test", "t10k" -> TEST;
            default -> null;
        };
    }
}
