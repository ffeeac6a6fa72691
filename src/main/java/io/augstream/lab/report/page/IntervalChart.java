package io.augstream.lab.report.page;

import io.augstream.lab.ArmResult;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.statistics.Estimate;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One metric by arm as an SVG picture: the mean with its 95% interval, a small dot for each seed, and a dashed line at the
 * baseline's mean.
 */
final class IntervalChart {
    private static final double WIDTH = 500;
    private static final double LEFT = 160;
    private static final double RIGHT = 16;
    private static final double TOP = 8;
    private static final double ROW = 30;
    private static final double BOTTOM = 26;
    private static final double LINE = 14;

    private final ExperimentResult result;
    private final Quantity quantity;
    private final Ticks ticks;

    IntervalChart(ExperimentResult result, Quantity quantity) {
        this.result = result;
        this.quantity = quantity;
        double[] values = result.arms().stream().flatMapToDouble(this::extent).toArray();
        this.ticks = Ticks.over(
                DoubleStream.of(values).min().orElse(0),
                DoubleStream.of(values).max().orElse(1));
    }

    Html html() {
        double height = TOP + ROW * result.arms().size() + BOTTOM;
        String label = quantity.heading + " by arm, in " + quantity.unit + ": means with 95% intervals";
        Element svg = Element.of("svg")
                .with("viewBox", "0 0 " + (int) WIDTH + " " + (int) height)
                .with("role", "img")
                .with("aria-label", label);
        double foot = height - BOTTOM;
        ticks.values().forEach(tick -> svg.add(gridLine(tick, foot)));
        double baseline = x(result.baseline().estimate(quantity.metric).mean() * quantity.scale);
        svg.add(line(baseline, TOP, baseline, foot).with("class", "baseline"));
        int row = 0;
        for (ArmResult arm : result.arms()) {
            svg.add(row(arm, TOP + ROW * (row + 0.5)));
            row++;
        }
        return svg.html();
    }

    private Html gridLine(double tick, double foot) {
        Element text = Element.of("text")
                .with("class", "tick")
                .with("x", x(tick))
                .with("y", foot + 17)
                .add(ticks.written(tick));
        return line(x(tick), TOP, x(tick), foot).with("class", "grid").html().plus(text.html());
    }

    private Element row(ArmResult arm, double y) {
        Estimate estimate = arm.estimate(quantity.metric);
        double mean = x(estimate.mean() * quantity.scale);
        Element row = Element.of("g")
                .with("class", style(arm.name()))
                .add(Element.of("title").add(arm.name() + ": " + quantity.mean(estimate)));
        List<String> lines = ChartLabel.of(arm.name());
        for (int i = 0; i < lines.size(); i++) {
            row.add(Element.of("text")
                    .with("class", "label")
                    .with("x", LEFT - 12)
                    .with("y", y + 4 + LINE * (i - (lines.size() - 1) / 2.0))
                    .add(lines.get(i)));
        }
        arm.runs()
                .forEach(run -> row.add(Element.of("circle")
                        .with("class", "seed")
                        .with("cx", x(quantity.metric.of(run) * quantity.scale))
                        .with("cy", y)
                        .with("r", 2.5)));
        if (estimate.halfWidth().isPresent()) {
            double low = x(estimate.low().getAsDouble() * quantity.scale);
            double high = x(estimate.high().getAsDouble() * quantity.scale);
            row.add(line(low, y, high, y).with("class", "interval"));
            row.add(line(low, y - 5, low, y + 5).with("class", "interval"));
            row.add(line(high, y - 5, high, y + 5).with("class", "interval"));
        }
        return row.add(Element.of("circle")
                .with("class", "mean")
                .with("cx", mean)
                .with("cy", y)
                .with("r", 5.5));
    }

    private String style(String arm) {
        return result.verdict(arm).map(verdict -> verdict.verdict().id()).orElse("plain");
    }

    private static Element line(double x1, double y1, double x2, double y2) {
        return Element.of("line").with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
    }

    private double x(double value) {
        return LEFT + (value - ticks.first()) / (ticks.last() - ticks.first()) * (WIDTH - LEFT - RIGHT);
    }

    private DoubleStream extent(ArmResult arm) {
        Estimate estimate = arm.estimate(quantity.metric);
        DoubleStream interval = DoubleStream.of(
                estimate.low().orElse(estimate.mean()), estimate.high().orElse(estimate.mean()));
        return DoubleStream.concat(interval, arm.runs().stream().mapToDouble(quantity.metric::of))
                .map(value -> value * quantity.scale);
    }
}
