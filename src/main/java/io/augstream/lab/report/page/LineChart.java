package io.augstream.lab.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Lines over the epochs as an SVG picture, drawn in the order in which they are added. */
final class LineChart {
    private static final double WIDTH = 500;
    private static final double HEIGHT = 190;
    private static final double LEFT = 44;
    private static final double RIGHT = 14;
    private static final double TOP = 10;
    private static final double FOOT = HEIGHT - 24;

    private final Ticks epochs;
    private final Ticks values;
    private final Element svg;

    /**
     * @param label what is drawn, for those who do not see it
     * @param most epochs
     */
    LineChart(String label, int most, Ticks values) {
        this.epochs = Ticks.over(0, most);
        this.values = values;
        svg = Element.of("svg")
                .with("viewBox", "0 0 " + (int) WIDTH + " " + (int) HEIGHT)
                .with("role", "img")
                .with("aria-label", label);
        values.values().forEach(this::across);
        epochs.values().stream().filter(tick -> tick <= most).forEach(this::upright);
    }

    /**
     * @param line one value an epoch, from the first; what is NaN is no point of it
     * @param strength of its ink, in (0, 1]
     */
    void add(List<Double> line, double strength) {
        svg.add(Element.of("polyline")
                .with("class", "trace")
                .with("stroke-opacity", String.format(Locale.ROOT, "%.2f", strength))
                .with("points", String.join(" ", points(line))));
    }

    /** Between two lines: there along the low one, and back along the high. */
    void fill(List<Double> low, List<Double> high) {
        List<String> around = new ArrayList<>(points(low));
        List<String> back = new ArrayList<>(points(high));
        Collections.reverse(back);
        around.addAll(back);
        svg.add(Element.of("polygon").with("class", "between").with("points", String.join(" ", around)));
    }

    Html html() {
        return svg.html();
    }

    private List<String> points(List<Double> line) {
        return IntStream.range(0, line.size())
                .filter(i -> Double.isFinite(line.get(i)))
                .mapToObj(i -> point(i + 1, line.get(i)))
                .toList();
    }

    private String point(int epoch, double value) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x(epoch), y(value));
    }

    private void across(double tick) {
        svg.add(line(LEFT, y(tick), WIDTH - RIGHT, y(tick)));
        svg.add(Element.of("text")
                .with("class", "label")
                .with("x", LEFT - 8)
                .with("y", y(tick) + 4)
                .add(values.written(tick)));
    }

    private void upright(double tick) {
        svg.add(line(x(tick), TOP, x(tick), FOOT));
        svg.add(Element.of("text")
                .with("class", "tick")
                .with("x", x(tick))
                .with("y", FOOT + 17)
                .add(epochs.written(tick)));
    }

    private static Element line(double x1, double y1, double x2, double y2) {
        return Element.of("line")
                .with("class", "grid")
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    private double x(double epoch) {
        return LEFT + (epoch - epochs.first()) / (epochs.last() - epochs.first()) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return FOOT - (value - values.first()) / (values.last() - values.first()) * (FOOT - TOP);
    }
}
