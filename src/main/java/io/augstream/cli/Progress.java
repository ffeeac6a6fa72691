package io.augstream.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * What a command tells while it works: one line that is rewritten on a terminal, a plain line now and then in a log, nothing
 * where it shall be quiet. Any thread may report.
 */
final class Progress implements AutoCloseable {
    /** How often a line is shown, in nanoseconds: what an eye can follow, and what a log can bear. */
    private static final long LIVE_PAUSE = 100_000_000L;

    private static final long PLAIN_PAUSE = 10_000_000_000L;

    /** How it is shown. */
    enum Style {
        LIVE,
        PLAIN,
        NONE
    }

    private final Style style;
    private final PrintWriter out;
    private final LongSupplier nanoseconds;
    private final int room;
    private long next;
    private int shown;

    /** On {@code out}, standard error; live where that is a terminal. */
    static Progress on(PrintWriter out, boolean quiet) {
        Style style = quiet ? Style.NONE : Terminal.isStandardError() ? Style.LIVE : Style.PLAIN;
        return new Progress(style, out, System::nanoTime, style == Style.LIVE ? Terminal.columns() : 0);
    }

    /** @param columns of the terminal, for {@link Style#LIVE}; one stays free, as some terminals wrap after the last */
    Progress(Style style, PrintWriter out, LongSupplier nanoseconds, int columns) {
        this.room = Math.max(0, columns - 1);
        this.style = style;
        this.out = out;
        this.nanoseconds = nanoseconds;
        // A log need not hear of work that is done within a pause.
        this.next = nanoseconds.getAsLong() + (style == Style.PLAIN ? PLAIN_PAUSE : 0);
    }

    /** Shows how far the work is, unless another line was shown just before. */
    synchronized void show(String line) {
        long now = nanoseconds.getAsLong();
        if (style == Style.NONE || now - next < 0) {
            return;
        }
        if (style == Style.LIVE) {
            rewrite(line.length() > room ? line.substring(0, room) : line);
            next = now + LIVE_PAUSE;
        } else {
            out.println(line);
            next = now + PLAIN_PAUSE;
        }
        out.flush();
    }

    /** Shows what will take long at once, also in a log that was told of something just before. */
    synchronized void announce(String line) {
        next = nanoseconds.getAsLong();
        show(line);
    }

    /** Clears the live line, so that results stand in its place. */
    @Override
    public void close() {
        clear();
    }

    /** Takes the live line away for now; the next one is shown at once. */
    synchronized void clear() {
        next = style == Style.LIVE ? nanoseconds.getAsLong() : next;
        if (shown > 0) {
            rewrite("");
            out.print('\r');
            out.flush();
        }
    }

    private void rewrite(String line) {
        out.print('\r' + line + " ".repeat(Math.max(0, shown - line.length())));
        shown = line.length();
    }
}
