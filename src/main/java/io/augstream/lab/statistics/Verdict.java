package io.augstream.lab.statistics;

import java.util.Locale;

/** What an arm did, against the baseline. {@link Verdicts} holds the rule. */
public enum Verdict {
    /** Test accuracy rose. */
    HELPS,
    /** Test accuracy fell. */
    HURTS,
    /** The gap shrank, and test accuracy was not shown to rise: noise can do that by wrecking training. */
    SMALLER_GAP_ONLY,
    /** Nothing was shown; an effect below the smallest that the seeds could find may still be there. */
    NO_EFFECT_SHOWN,
    /** Every figure of every seed is exactly the baseline's. */
    IDENTICAL;

    /** As in report.json: {@code smaller_gap_only}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in the table: {@code smaller gap only}. */
    public String words() {
        return id().replace('_', ' ');
    }
}
