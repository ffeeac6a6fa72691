package io.augstream.lab.compare;

import io.augstream.lab.report.TableRow;
import java.util.List;

/**
 * A column of a table, its cells lined up among themselves.
 *
 * @param cells one a row; of any length up to the widest
 */
record Column(String heading, List<String> cells) {
    Column {
        cells = List.copyOf(cells);
    }

    /** To the right, as counts are. */
    static Column right(String heading, List<String> cells) {
        int width = Math.max(heading.length(), widest(cells));
        return new Column(
                heading, cells.stream().map(cell -> paddedLeft(cell, width)).toList());
    }

    /** Means by their decimal point, half-widths by their sign. */
    static Column figures(String heading, List<TableRow.Cell> cells) {
        int width = widest(cells.stream().map(TableRow.Cell::mean).toList());
        return new Column(
                heading,
                cells.stream()
                        .map(cell -> paddedLeft(cell.mean(), width)
                                + (cell.halfWidth().isEmpty() ? "" : " ±" + cell.halfWidth()))
                        .toList());
    }

    int width() {
        return Math.max(heading.length(), widest(cells));
    }

    private static int widest(List<String> cells) {
        return cells.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String paddedLeft(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
