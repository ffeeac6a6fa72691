package io.augstream.lab.report;

import io.augstream.lab.Metric;
import io.augstream.lab.statistics.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the table writes a metric: accuracies in percent or points with one decimal, losses in nats and bare numbers with two. */
public enum Figure {
    TRAIN(Metric.TRAIN_ACCURACY, "train %", 100, 1),
    TEST(Metric.TEST_ACCURACY, "test %", 100, 1),
    GAP(Metric.GAP, "gap", 100, 1),
    LOSS_GAP(Metric.LOSS_GAP, "loss gap", 1, 2),
    TRAIN_LOSS(Metric.TRAIN_LOSS, "train loss", 1, 2),
    TEST_LOSS(Metric.TEST_LOSS, "test loss", 1, 2),
    WEIGHT_NORM(Metric.WEIGHT_NORM, "norm", 1, 2),
    NEAR_ZERO(Metric.NEAR_ZERO, "near 0 %", 100, 1),
    SPARSITY(Metric.SPARSITY, "sparsity", 1, 2),
    INPUT_DRIFT(Metric.INPUT_DRIFT, "drift", 1, 2),
    FIRST_LOSS(Metric.FIRST_LOSS, "first loss", 1, 2),
    FORWARD_GAIN(Metric.FORWARD_GAIN, "forward", 1, 3),
    BACKWARD_GAIN(Metric.BACKWARD_GAIN, "backward", 1, 3),
    MOVEMENT(Metric.MOVEMENT, "movement", 1, 2),
    WEIGHTS_LEFT(Metric.WEIGHTS_LEFT, "left", 1, 2),
    UNHEALTHY(Metric.UNHEALTHY, "unhealthy %", 100, 1),
    HIDDEN_RANK(Metric.HIDDEN_RANK, "rank", 1, 2),
    SATURATED_LOWEST(Metric.SATURATED_LOWEST, "low sat. %", 100, 1),
    SATURATED_HIGHEST(Metric.SATURATED_HIGHEST, "high sat. %", 100, 1),
    UNIT_SHIFT(Metric.UNIT_SHIFT, "shift", 1, 2),
    UNIT_STRETCH(Metric.UNIT_STRETCH, "stretch", 1, 2),
    STEP_TIME(Metric.STEP_TIME, "step ms", 1, 2);

    /** As -99.9 and +0.58 are. */
    private static final int LONGEST_MEAN = 5;

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

    /** The columns of the table: four find room, and one of them is the primary metric. */
    static List<Figure> columns(Metric primary) {
        boolean other = primary == Metric.TRAIN_LOSS || primary == Metric.TEST_LOSS;
        return List.of(TRAIN, TEST, GAP, other ? of(primary) : LOSS_GAP);
    }

    static Figure of(Metric metric) {
        return Arrays.stream(values())
                .filter(figure -> figure.metric == metric)
                .findFirst()
                .orElseThrow();
    }

    public TableRow.Cell mean(Estimate estimate) {
        return new TableRow.Cell(written(estimate.mean(), "", LONGEST_MEAN), halfWidth(estimate));
    }

    /** With a sign, but for what rounds to zero. */
    public TableRow.Cell difference(Estimate estimate) {
        return new TableRow.Cell(written(estimate.mean(), "+", LONGEST_MEAN), halfWidth(estimate));
    }

    /** Of differences, in words; empty where there is none. */
    String unitOfChange() {
        if (metric.isShare()) {
            return "points";
        }
        if (metric.isLoss()) {
            return "nats";
        }
        return metric == Metric.STEP_TIME ? "ms" : "";
    }

    /** Of the metric itself. */
    String unit() {
        return metric.isShare() ? "%" : unitOfChange();
    }

    /** With its unit, as {@code 9.0 points} or {@code 0.12 nats}. */
    String size(double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value * scale, unitOfChange());
    }

    /** Of a difference, with a decimal more than that has, to be held against a margin: {@code -0.15 to +0.20}. */
    String interval(double low, double high) {
        String end = "%+." + (decimals + 1) + "f";
        return unsignedZero(String.format(Locale.ROOT, end, low * scale)) + " to "
                + unsignedZero(String.format(Locale.ROOT, end, high * scale));
    }

    /** A size that a file gives, as exactly as it does. */
    String margin(double value) {
        return metric.isShare() ? Points.of(value) : Nats.of(value);
    }

    /** As long as 9.9 or 0.99. */
    private String halfWidth(Estimate estimate) {
        return estimate.halfWidth().isEmpty()
                ? ""
                : written(estimate.halfWidth().getAsDouble(), "", 2 + decimals);
    }

    /**
     * In {@code longest} characters, so that the table keeps to 80 columns whatever a training came to: with fewer
     * decimals where the number is too long, and as a power of ten where even its whole part is.
     */
    private String written(double value, String sign, int longest) {
        for (int kept = decimals; kept >= 0; kept--) {
            String text = unsignedZero(String.format(Locale.ROOT, "%" + sign + "." + kept + "f", value * scale));
            if (text.length() <= longest) {
                return text;
            }
        }
        // 9e+18 is 9e18.
        return String.format(Locale.ROOT, "%" + sign + ".0e", value * scale).replaceFirst("e\\+0?", "e");
    }

    /** Never "-0.0" nor "+0.0". */
    private static String unsignedZero(String text) {
        return Double.parseDouble(text) == 0 ? text.replaceFirst("^[-+]", "") : text;
    }
}
