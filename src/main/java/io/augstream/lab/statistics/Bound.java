package io.augstream.lab.statistics;

import java.util.Locale;

/** Whether a number was measured, or only a side of it that it lies on: the truth is beyond what was looked at. */
public enum Bound {
    EXACT,
    /** It is this or more. */
    AT_LEAST,
    /** It is this or less. */
    AT_MOST;

    /** As in report.json: {@code at_least}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in a sentence, in front of the number: {@code "at least "}. */
    public String words() {
        return this == EXACT ? "" : id().replace('_', ' ') + " ";
    }
}
