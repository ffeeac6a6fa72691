package io.augstream.lab.statistics;

import java.util.Locale;

/** What an arm did, against the baseline. {@link Verdicts} holds the rule. */
public enum Verdict {
    /** The primary metric got better: of accuracies, it rose; of losses and gaps, it fell. */
    HELPS,
    /** The primary metric got worse. */
    HURTS,
    /** The gap shrank, and the primary metric was not shown to get better: noise can do that by wrecking training. */
    SMALLER_GAP_ONLY,
    /**
     * The primary metric differs by less than the smallest effect that matters, and nothing more was shown. Where the
     * report has the room it names the size: no effect larger than 1 point.
     */
    NO_EFFECT_LARGER,
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
