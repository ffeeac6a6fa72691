package io.augstream.cli;

import java.util.Locale;

/** Durations as people read them. */
final class TimeLeft {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private TimeLeft() {}

    /** {@code 0:42}, {@code 12:05}, {@code 3:00:59}. */
    static String of(double seconds) {
        long whole = Math.round(seconds);
        long hours = whole / HOUR;
        long minutes = whole % HOUR / MINUTE;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, whole % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d", minutes, whole % MINUTE);
    }
}
