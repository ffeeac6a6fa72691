package io.augstream.train;

import io.augstream.train.safetensors.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reports of the epochs so far, and their figures as a table of a row an epoch. The table has no times, so that the
 * same training writes the same bytes: a report out of it does not know its own.
 */
final class History {
    static final String NAME = "history";
    private static final int COLUMNS = 9;

    private final List<EpochReport> reports = new ArrayList<>();

    void add(EpochReport report) {
        reports.add(report);
    }

    List<EpochReport> reports() {
        return List.copyOf(reports);
    }

    Tensor table() {
        double[] table = new double[reports.size() * COLUMNS];
        int i = 0;
        for (EpochReport report : reports) {
            Score score = report.validation();
            double[] row = {
                report.steps(),
                report.images(),
                report.loss(),
                report.accuracy(),
                report.learningRate(),
                report.best() ? 1 : 0,
                score == null ? 0 : 1,
                score == null ? 0 : score.accuracy(),
                score == null ? 0 : score.loss()
            };
            System.arraycopy(row, 0, table, i, COLUMNS);
            i += COLUMNS;
        }
        return new Tensor(NAME, List.of(reports.size(), COLUMNS), table);
    }

    void restore(Tensor table) {
        reports.clear();
        double[] rows = table.doubles();
        for (int i = 0; i < rows.length; i += COLUMNS) {
            @Nullable Score score = rows[i + 6] == 0 ? null : new Score(rows[i + 7], rows[i + 8]);
            reports.add(new EpochReport(
                    i / COLUMNS,
                    (int) rows[i],
                    (long) rows[i + 1],
                    rows[i + 2],
                    rows[i + 3],
                    rows[i + 4],
                    Double.NaN,
                    Double.NaN,
                    score,
                    rows[i + 5] == 1));
        }
    }

    /** Whether {@code table} is one that {@link #table()} can have written. */
    static boolean fits(Tensor table) {
        return table.values() instanceof double[]
                && table.shape().size() == 2
                && table.shape().get(1) == COLUMNS;
    }
}
