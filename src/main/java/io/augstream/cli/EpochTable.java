package io.augstream.cli;

import io.augstream.run.EpochRow;
import io.augstream.train.Score;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows that {@code train} shows, one an epoch; at most 80 columns. */
final class EpochTable {
    private static final double PERCENT = 100;

    private final boolean validates;

    /** @param validates whether there is a validation split, and so its columns */
    EpochTable(boolean validates) {
        this.validates = validates;
    }

    String heading() {
        return "epoch      rate  train loss  acc %" + (validates ? "  val loss  acc %" : "")
                + "  images/s  seconds  wait %";
    }

    String line(EpochRow row) {
        return String.format(
                Locale.ROOT,
                "%5d %9s  %10s  %5s%s  %8s  %7s  %6s",
                row.epoch(),
                rate(row.learningRate()),
                loss(row.train().loss()),
                percent(row.train().accuracy()),
                validates ? validation(row.validation()) : "",
                Double.isNaN(row.seconds()) ? "" : String.format(Locale.ROOT, "%.0f", row.imagesPerSecond()),
                Double.isNaN(row.seconds()) ? "" : String.format(Locale.ROOT, "%.1f", row.seconds()),
                Double.isNaN(row.seconds()) ? "" : String.format(Locale.ROOT, "%.1f", PERCENT * row.waitShare()));
    }

    private static String validation(@Nullable Score score) {
        return score == null
                ? " ".repeat(17)
                : String.format(Locale.ROOT, "  %8s  %5s", loss(score.loss()), percent(score.accuracy()));
    }

    static String loss(double loss) {
        return loss < 1000 ? String.format(Locale.ROOT, "%.4f", loss) : String.format(Locale.ROOT, "%.1e", loss);
    }

    /** Two digits behind the point: 10,000 test images can tell them apart. */
    static String percent(double share) {
        return String.format(Locale.ROOT, share < 1 ? "%.2f" : "%.1f", PERCENT * share);
    }

    private static String rate(double rate) {
        return rate >= 1e-4 || rate == 0
                ? String.format(Locale.ROOT, "%.6f", rate)
                : String.format(Locale.ROOT, "%.2e", rate);
    }
}
