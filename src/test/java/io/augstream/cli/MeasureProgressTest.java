package io.augstream.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.lab.DataSummary;
import io.augstream.lab.EpochScores;
import io.augstream.train.Score;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class MeasureProgressTest {
    private static final long MINUTE = 60_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final StringWriter shown = new StringWriter();
    private final MeasureProgress progress =
            new MeasureProgress(new Progress(Progress.Style.LIVE, new PrintWriter(shown), clock::get, 200), clock::get);

    /** Ten epochs at a minute each; after the second, early stopping makes do without six of the other eight. */
    @Test
    void theTimeLeftIsThatOfTheEpochsThatAreStillToCome() {
        progress.started(new DataSummary(2, 9, 9, 3, 9, "8x8x1", Map.of()), 2, 0, 10);
        epoch(1);
        assertTrue(shown.toString().contains("about 9:00 left; early, seed 1, epoch 1: "), shown::toString);

        epoch(2);
        progress.stoppedEarly("early", 1, 6);
        epoch(3);

        assertTrue(shown.toString().contains("about 1:00 left; early, seed 1, epoch 3"), shown::toString);
    }

    private void epoch(int number) {
        clock.addAndGet(MINUTE);
        progress.epochFinished("early", 1, new EpochScores(number, null, null, new Score(0.5, 1)));
    }
}
