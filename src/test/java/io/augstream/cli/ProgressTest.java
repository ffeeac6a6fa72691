package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final StringWriter shown = new StringWriter();

    @Test
    void aTerminalSeesOneLineRewrittenAndClearedAtTheEnd() {
        try (Progress progress = progress(Progress.Style.LIVE)) {
            progress.show("10 of 10");
            progress.show("too soon after the line before");
            clock.addAndGet(SECOND);
            progress.show("11");
        }
        assertEquals("\r10 of 10\r11      \r  \r", shown.toString());
    }

    @Test
    void aLineThatWouldWrapIsCut() {
        new Progress(Progress.Style.LIVE, new PrintWriter(shown), clock::get, 40).show("x".repeat(200));
        assertEquals("\r" + "x".repeat(39), shown.toString());
    }

    @Test
    void theTerminalTellsItsWidth() {
        assertEquals(40, Terminal.columns("24 40\n"));
        assertEquals(80, Terminal.columns("0 0\n"));
        assertEquals(80, Terminal.columns(""));
    }

    @Test
    void aLogSeesALineEveryTenSeconds() {
        try (Progress progress = progress(Progress.Style.PLAIN)) {
            for (int second = 0; second <= 25; second++) {
                progress.show("at " + second);
                clock.addAndGet(SECOND);
            }
        }
        assertEquals("at 10\nat 20\n", shown.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void whatTakesLongIsAnnouncedAtOnceInALogToo() {
        try (Progress progress = progress(Progress.Style.PLAIN)) {
            progress.show("reading");
            progress.announce("fitting");
            progress.show("still fitting");
        }
        assertEquals("fitting\n", shown.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void quietIsQuiet() {
        try (Progress progress = progress(Progress.Style.NONE)) {
            clock.addAndGet(100 * SECOND);
            progress.show("a line");
        }
        assertEquals("", shown.toString());
    }

    private Progress progress(Progress.Style style) {
        return new Progress(style, new PrintWriter(shown), clock::get, 80);
    }
}
