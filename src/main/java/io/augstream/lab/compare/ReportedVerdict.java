package io.augstream.lab.compare;

import io.augstream.lab.statistics.Verdict;
import java.util.OptionalDouble;

/**
 * A verdict as its own run reached it.
 *
 * @param id as in report.json, and not an enum's constant: a later version may know more of them
 * @param margin the smallest effect that matters, where the run's file names one
 */
record ReportedVerdict(String id, OptionalDouble margin) {
    String words() {
        return id.replace('_', ' ');
    }

    /** "No effect larger" says little without the size. */
    boolean namesASize() {
        return id.equals(Verdict.NO_EFFECT_LARGER.id()) && margin.isPresent();
    }
}
