package io.augstream.lab.report.page;

import java.util.List;

/** A name beside a chart, in one line or two. The whole of it stands in the chart's title, and in the table. */
final class ChartLabel {
    private static final int LONGEST = 19;

    private ChartLabel() {}

    /** Broken behind a space or a sign where there is one; what does not fit is left out of the line's middle. */
    static List<String> of(String name) {
        int[] points = name.codePoints().toArray();
        if (points.length <= LONGEST) {
            return List.of(name);
        }
        int end = LONGEST;
        while (end > LONGEST / 2 && Character.isLetterOrDigit(points[end - 1])) {
            end--;
        }
        end = end == LONGEST / 2 ? LONGEST : end;
        return List.of(text(points, 0, end).strip(), shortened(points, end));
    }

    private static String shortened(int[] points, int from) {
        if (points.length - from <= LONGEST) {
            return text(points, from, points.length);
        }
        int half = (LONGEST - 1) / 2;
        return text(points, from, from + half) + "…" + text(points, points.length - half, points.length);
    }

    private static String text(int[] points, int from, int to) {
        return new String(points, from, to - from);
    }
}
