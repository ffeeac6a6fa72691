package io.augstream.dataset;

import java.util.Locale;

/** What a sample is for. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    /** As written in sample ids and folder names: {@code train}, {@code validation}, {@code test}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
