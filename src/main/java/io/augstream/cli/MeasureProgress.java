package io.augstream.cli;

import io.augstream.lab.DataSummary;
import io.augstream.lab.EpochScores;
import io.augstream.lab.ProgressListener;
import io.augstream.lab.RunResult;
import io.augstream.train.Score;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Tells how far an experiment is, and how long it will take if it goes on like this. */
final class MeasureProgress implements ProgressListener {
    private static final double NANOSECONDS = 1e9;

    private final Progress progress;
    private final LongSupplier nanoseconds;
    private long started;
    private int runs;
    private int finished;
    private long epochs;
    private long trained;

    MeasureProgress(Progress progress, LongSupplier nanoseconds) {
        this.progress = progress;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public void started(DataSummary data, int runs, int kept, long epochs) {
        this.started = nanoseconds.getAsLong();
        this.runs = runs;
        this.finished = kept;
        this.epochs = epochs;
        progress.show("training on "
                + data.train().stream().map(String::valueOf).collect(Collectors.joining(" or "))
                + " images, testing on " + data.test() + ": " + runs + " runs, "
                + (kept == 0 ? "" : kept + " of them kept from before, ") + epochs
                + (kept == 0 ? " epochs in all" : " epochs to go"));
    }

    @Override
    public void epochFinished(String arm, long seed, EpochScores scores) {
        trained++;
        Score test = scores.test();
        double seconds = (nanoseconds.getAsLong() - started) / NANOSECONDS;
        long left = Math.round(seconds * (epochs - trained) / trained);
        progress.show(String.format(
                Locale.ROOT,
                "%d of %d runs done, about %d:%02d left; %s, seed %d, epoch %d%s",
                finished,
                runs,
                left / 60,
                left % 60,
                arm,
                seed,
                scores.epoch(),
                test == null ? "" : String.format(Locale.ROOT, ": test accuracy %.3f", test.accuracy())));
    }

    @Override
    public void stoppedEarly(String arm, long seed, int epochsLeft) {
        epochs -= epochsLeft;
    }

    @Override
    public void runFinished(String arm, RunResult run, int finished) {
        this.finished = finished;
    }
}
