package io.augstream.lab.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows with a label to their left. Labels that are too long, and those of rows without figures, stand on a line of their
 * own, so that the table keeps to 80 columns.
 */
final class LabelledTable {
    /** As long as names of arms in the table of 'measure', and their indent. */
    private static final int LONGEST_LABEL = 18;

    private final String heading;
    private final List<String> labels;
    private final List<Column> columns;
    private final int labelWidth;

    /** @param heading above the labels */
    LabelledTable(String heading, List<String> labels, List<Column> columns) {
        this.heading = heading;
        this.labels = List.copyOf(labels);
        this.columns = List.copyOf(columns);
        int widest = IntStream.range(0, labels.size())
                .filter(row -> !figures(row).isBlank())
                .map(row -> labels.get(row).length())
                .filter(length -> length <= LONGEST_LABEL)
                .max()
                .orElse(0);
        this.labelWidth = Math.max(heading.length(), widest);
    }

    /** The rows alone. */
    List<String> rows() {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < labels.size(); row++) {
            String label = labels.get(row);
            String figures = figures(row);
            if (figures.isBlank()) {
                lines.add(label);
            } else if (label.length() > labelWidth) {
                lines.addAll(List.of(label, " ".repeat(labelWidth) + figures));
            } else {
                lines.add(padded(label, labelWidth) + figures);
            }
        }
        return lines;
    }

    /** The rows below a heading and a rule. */
    List<String> lines() {
        List<String> rows = rows();
        String above = padded(heading, labelWidth)
                + line(columns.stream().map(Column::heading).toList());
        int widest = IntStream.range(0, labels.size())
                .map(row -> labelWidth + figures(row).length())
                .reduce(above.length(), Math::max);
        List<String> lines = new ArrayList<>(List.of(above, "─".repeat(widest)));
        lines.addAll(rows);
        return lines;
    }

    private String figures(int row) {
        return line(columns.stream().map(column -> column.cells().get(row)).toList());
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append("  ").append(padded(cells.get(i), columns.get(i).width()));
        }
        return line.toString().stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
