package io.augstream.cli;

import io.augstream.dataset.Split;
import io.augstream.image.Channels;
import io.augstream.nn.Shape;
import io.augstream.run.EpochRow;
import io.augstream.run.RunListener;
import io.augstream.run.TrainingData;
import io.augstream.train.StepReport;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows a training: a live bar within the epoch, and a row of a table for each that is done. */
final class TrainProgress implements RunListener {
    private static final double NANOSECONDS = 1e9;
    private static final int BAR = 16;

    /** Values or images from which on whitening is fitted for more than some seconds; three thousand take minutes. */
    private static final int LONG_FIT = 1_000;

    private final Progress progress;
    private final PrintWriter rows;
    private final boolean quiet;
    private final LongSupplier nanoseconds;
    private EpochTable table = new EpochTable(true);
    private int epochs;
    private int size;
    private long before;
    private long started;
    private long trained;
    private long inEpoch;
    private double loss;
    private double correct;

    /**
     * @param rows where the table goes
     * @param quiet shows nothing
     */
    TrainProgress(Progress progress, PrintWriter rows, boolean quiet, LongSupplier nanoseconds) {
        this.progress = progress;
        this.rows = rows;
        this.quiet = quiet;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public void whitening(int images, int values) {
        String line = String.format(Locale.ROOT, "fitting the whitening to %,d images of %,d values", images, values);
        if (Math.min(images, values) >= LONG_FIT) {
            progress.announce(line + ": that takes a while");
        } else {
            progress.show(line);
        }
    }

    @Override
    public void started(TrainingData data, int epochs) {
        this.epochs = epochs;
        this.size = data.images().training().size();
        this.started = nanoseconds.getAsLong();
        boolean validates = !data.images().validation().isEmpty();
        this.table = new EpochTable(validates);
        row(String.format(
                Locale.ROOT,
                "%,d images to train on, %,d to validate, %,d to test; %s; %d classes",
                size,
                data.images().validation().size(),
                data.images().test().size(),
                pictures(data.shape()),
                data.classes().size()));
        row(table.heading());
    }

    /** Width first, as pictures are told everywhere but in a network's summary. */
    private static String pictures(Shape shape) {
        return shape.width() + "x" + shape.height() + " with " + Channels.words(shape.channels());
    }

    @Override
    public void stepEnded(StepReport step) {
        if (trained == 0) {
            // A resumed training begins anywhere; all batches before were of this one's size.
            inEpoch = (long) step.step() * step.images();
            before = (long) step.epoch() * size + inEpoch;
        }
        trained += step.images();
        inEpoch += step.images();
        loss += step.loss() * step.images();
        correct += step.accuracy() * step.images();
        progress.show(line(step.epoch()));
    }

    /** The bar of the epoch; loss and accuracy are means since it began, or since the training was resumed. */
    private String line(int epoch) {
        double seconds = (nanoseconds.getAsLong() - started) / NANOSECONDS;
        double share = Math.min(1, (double) inEpoch / size);
        long seen = Math.max(1, Math.min(trained, inEpoch));
        long todo = (long) epochs * size - before - trained;
        int filled = (int) (share * BAR);
        return String.format(
                Locale.ROOT,
                "epoch %d/%d %s%s %3.0f%%  loss %.3f  acc %.1f%%  %,.0f/s  %s left",
                epoch + 1,
                epochs,
                "█".repeat(filled),
                "░".repeat(BAR - filled),
                100 * share,
                loss / seen,
                100 * correct / seen,
                trained / seconds,
                TimeLeft.of(Math.max(0, todo) * seconds / trained));
    }

    @Override
    public void epochEnded(EpochRow row) {
        inEpoch = 0;
        loss = 0;
        correct = 0;
        row(table.line(row));
    }

    @Override
    public void scoring(Split split) {
        progress.show("scoring the " + split.id() + " images");
    }

    private void row(String line) {
        if (!quiet) {
            progress.clear();
            rows.println(line);
            rows.flush();
        }
    }
}
