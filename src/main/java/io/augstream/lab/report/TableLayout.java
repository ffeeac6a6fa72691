package io.augstream.lab.report;

import java.util.List;
import java.util.function.Function;

/** Lines up rows: labels to the left, means by their decimal point, half-widths by their sign. */
final class TableLayout {
    /** Longer labels stand on a line of their own, so that the table keeps to 80 columns. */
    private static final int LONGEST_LABEL = 16;

    private final List<Figure> columns;
    private final List<TableRow> rows;
    private final Glyphs glyphs;
    private final int labelWidth;

    /** @param columns of each row's cells */
    TableLayout(List<Figure> columns, List<TableRow> rows, Glyphs glyphs) {
        this.columns = columns;
        this.rows = rows;
        this.glyphs = glyphs;
        this.labelWidth = rows.stream()
                .mapToInt(row -> row.label().length())
                .filter(length -> length <= LONGEST_LABEL)
                .max()
                .orElse(0);
    }

    String written(String labelHeading, String remarkHeading) {
        StringBuilder heading = new StringBuilder(padded(labelHeading, labelWidth + 1));
        for (int column = 0; column < columns.size(); column++) {
            String aboveMean = paddedLeft(columns.get(column).heading, widest(column, TableRow.Cell::mean));
            heading.append(" ").append(padded(aboveMean, width(column)));
        }
        StringBuilder body = new StringBuilder();
        rows.forEach(row -> append(body, row));
        int widest = body.toString().lines().mapToInt(String::length).max().orElse(0);
        return (heading + "  " + remarkHeading).stripTrailing() + "\n"
                + glyphs.rule().repeat(widest) + "\n" + body;
    }

    private void append(StringBuilder text, TableRow row) {
        String label = row.label();
        if (label.length() > LONGEST_LABEL) {
            text.append(label).append('\n');
            label = "";
        }
        StringBuilder line = new StringBuilder(padded(label, labelWidth + 1));
        for (int column = 0; column < columns.size(); column++) {
            line.append(" ").append(padded(cell(row, column), width(column)));
        }
        text.append((line + "  " + row.remark()).stripTrailing()).append('\n');
    }

    private String cell(TableRow row, int column) {
        TableRow.Cell cell = row.cells().get(column);
        String mean =
                " ".repeat(widest(column, TableRow.Cell::mean) - cell.mean().length()) + cell.mean();
        return cell.halfWidth().isEmpty() ? mean : mean + glyphs.plusMinus() + cell.halfWidth();
    }

    private int width(int column) {
        int halfWidth = widest(column, TableRow.Cell::halfWidth);
        int cell = widest(column, TableRow.Cell::mean)
                + (halfWidth == 0 ? 0 : glyphs.plusMinus().length() + halfWidth);
        return Math.max(cell, columns.get(column).heading.length());
    }

    private int widest(int column, Function<TableRow.Cell, String> part) {
        return rows.stream()
                .mapToInt(row -> part.apply(row.cells().get(column)).length())
                .max()
                .orElse(0);
    }

    private static String paddedLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
