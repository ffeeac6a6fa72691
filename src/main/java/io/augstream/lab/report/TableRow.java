package io.augstream.lab.report;

import java.util.List;

/**
 * A line of the table.
 *
 * @param cells one for each of the table's columns
 * @param remark what stands behind them
 */
public record TableRow(String label, List<Cell> cells, String remark) {
    /** A mean and its interval's half-width, empty where there is none. */
    public record Cell(String mean, String halfWidth) {}
}
