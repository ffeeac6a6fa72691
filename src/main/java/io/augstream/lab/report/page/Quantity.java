package io.augstream.lab.report.page;

import io.augstream.lab.Metric;
import io.augstream.lab.statistics.Estimate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the page writes a metric: accuracies in percent or points with one decimal, losses in nats and bare numbers with two. */
enum Quantity {
    TEST_ACCURACY(Metric.TEST_ACCURACY, "Test accuracy", "%", 100, 1),
    GAP(Metric.GAP, "Gap", "points", 100, 1),
    TRAIN_ACCURACY(Metric.TRAIN_ACCURACY, "Train accuracy", "%", 100, 1),
    LOSS_GAP(Metric.LOSS_GAP, "Loss gap", "nats", 1, 2),
    TRAIN_LOSS(Metric.TRAIN_LOSS, "Train loss", "nats", 1, 2),
    TEST_LOSS(Metric.TEST_LOSS, "Test loss", "nats", 1, 2),
    WEIGHT_NORM(Metric.WEIGHT_NORM, "Weight norm", "", 1, 2),
    NEAR_ZERO(Metric.NEAR_ZERO, "Near zero", "%", 100, 1),
    SPARSITY(Metric.SPARSITY, "Sparsity", "", 1, 2),
    INPUT_DRIFT(Metric.INPUT_DRIFT, "Input drift", "", 1, 2),
    FIRST_LOSS(Metric.FIRST_LOSS, "First loss over chance", "", 1, 2),
    FORWARD_GAIN(Metric.FORWARD_GAIN, "Forward gain", "", 1, 3),
    BACKWARD_GAIN(Metric.BACKWARD_GAIN, "Backward gain", "", 1, 3),
    MOVEMENT(Metric.MOVEMENT, "Lowest layer\u2019s movement", "powers of 10", 1, 2),
    WEIGHTS_LEFT(Metric.WEIGHTS_LEFT, "Lowest weights left", "", 1, 2),
    UNHEALTHY(Metric.UNHEALTHY, "Unhealthy runs", "%", 100, 1),
    HIDDEN_RANK(Metric.HIDDEN_RANK, "Hidden rank", "", 1, 2),
    SATURATED_LOWEST(Metric.SATURATED_LOWEST, "Saturated, lowest layer", "%", 100, 1),
    SATURATED_HIGHEST(Metric.SATURATED_HIGHEST, "Saturated, highest hidden layer", "%", 100, 1),
    UNIT_SHIFT(Metric.UNIT_SHIFT, "Shift of a unit\u2019s input", "", 1, 2),
    UNIT_STRETCH(Metric.UNIT_STRETCH, "Stretch of a unit\u2019s input", "", 1, 2),
    STEP_TIME(Metric.STEP_TIME, "Step time", "ms", 1, 2);

    final Metric metric;
    final String heading;
    final String unit;
    final double scale;
    private final int decimals;

    Quantity(Metric metric, String heading, String unit, double scale, int decimals) {
        this.metric = metric;
        this.heading = heading;
        this.unit = unit;
        this.scale = scale;
        this.decimals = decimals;
    }

    /** The columns of the table of arms, the primary metric first. */
    static List<Quantity> columns(Metric primary) {
        return Stream.of(of(primary), TEST_ACCURACY, GAP, TRAIN_ACCURACY, LOSS_GAP)
                .distinct()
                .toList();
    }

    static Quantity of(Metric metric) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.metric == metric)
                .findFirst()
                .orElseThrow();
    }

    /** Shares differ in points. */
    String unitOfChange() {
        return unit.equals("%") ? "points" : unit;
    }

    /** {@code 68.0 ±2.2}. */
    String mean(Estimate estimate) {
        return written(estimate.mean(), "") + halfWidth(estimate);
    }

    /** {@code +15.7 ±4.3}. */
    String difference(Estimate estimate) {
        return written(estimate.mean(), "+") + halfWidth(estimate);
    }

    /** {@code +15.7}, with a true minus sign; what rounds to zero has none. */
    String change(double value) {
        return written(value, "+");
    }

    /** As exactly as a file gives it: {@code 2 points}. */
    String size(double value) {
        String exact = BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(scale))
                .stripTrailingZeros()
                .toPlainString();
        return (exact + " " + unitOfChange()).strip();
    }

    private String halfWidth(Estimate estimate) {
        return estimate.halfWidth().isPresent()
                ? " ±" + written(estimate.halfWidth().getAsDouble(), "")
                : "";
    }

    private String written(double value, String sign) {
        String text = String.format(Locale.ROOT, "%" + sign + "." + decimals + "f", value * scale);
        boolean zero = Double.parseDouble(text) == 0;
        return (zero ? text.replaceFirst("^[-+]", "") : text).replace('-', '−');
    }
}
