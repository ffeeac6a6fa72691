package io.augstream.lab;

import java.util.Locale;

/** What an experiment says of a {@link Claim}. */
public enum Answer {
    /** The difference goes as claimed. */
    HELD,
    /** No difference was shown. */
    NOT_SHOWN,
    /** The difference goes the other way. */
    CONTRADICTED,
    /** There were too few seeds. */
    NOT_JUDGED;

    /** As in a pipeline file and in report.json: {@code not_shown}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in the table: {@code not shown}. */
    public String words() {
        return id().replace('_', ' ');
    }
}
