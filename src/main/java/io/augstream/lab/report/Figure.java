package io.augstream.lab.report;

import io.augstream.lab.Metric;
import io.augstream.lab.statistics.Estimate;
import java.util.Locale;

/** How the table writes a metric: accuracies in percent or points with one decimal, losses in nats with two. */
enum Figure {
    TRAIN(Metric.TRAIN_ACCURACY, "train %", 100, 1),
    TEST(Metric.TEST_ACCURACY, "test %", 100, 1),
    GAP(Metric.GAP, "gap", 100, 1),
    LOSS_GAP(Metric.LOSS_GAP, "loss gap", 1, 2);

    final Metric metric;
    final String heading;
    private final double scale;
    private final int decimals;

    Figure(Metric metric, String heading, double scale, int decimals) {
        this.metric = metric;
        this.heading = heading;
        this.scale = scale;
        this.decimals = decimals;
    }

    TableRow.Cell mean(Estimate estimate) {
        return new TableRow.Cell(fixed(estimate.mean()), halfWidth(estimate));
    }

    /** With a sign, but for what rounds to zero. */
    TableRow.Cell difference(Estimate estimate) {
        String text = fixed(estimate.mean());
        boolean positive = Double.parseDouble(text) > 0;
        return new TableRow.Cell(positive ? "+" + text : text, halfWidth(estimate));
    }

    /** Without decimals from 10 on: they would say nothing, and the table has 80 columns. */
    private String halfWidth(Estimate estimate) {
        if (estimate.halfWidth().isEmpty()) {
            return "";
        }
        double halfWidth = estimate.halfWidth().getAsDouble();
        return halfWidth * scale < 9.95 ? fixed(halfWidth) : Long.toString(Math.round(halfWidth * scale));
    }

    /** Never "-0.0". */
    private String fixed(double value) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value * scale);
        return Double.parseDouble(text) == 0 ? text.replace("-", "") : text;
    }
}
