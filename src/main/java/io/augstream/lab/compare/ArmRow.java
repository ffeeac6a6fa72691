package io.augstream.lab.compare;

import io.augstream.lab.Metric;
import io.augstream.lab.report.Figure;
import io.augstream.lab.report.Points;
import io.augstream.lab.report.TableRow;
import java.util.ArrayList;
import java.util.List;

/** A line of the table of arms: a run's heading, an arm beneath it, or what found no room beside an arm's figures. */
record ArmRow(
        String label, String seeds, TableRow.Cell test, TableRow.Cell gap, TableRow.Cell difference, String verdict) {
    private static final TableRow.Cell NONE = new TableRow.Cell("", "");

    static List<ArmRow> of(FinishedRun run) {
        List<ArmRow> rows = new ArrayList<>();
        rows.add(words(heading(run), ""));
        for (ReportedArm arm : run.report().arms()) {
            rows.add(figures(arm));
            arm.verdict()
                    .filter(ReportedVerdict::namesASize)
                    .ifPresent(verdict -> rows.add(
                            words("", "than " + Points.of(verdict.margin().orElseThrow()))));
        }
        return rows;
    }

    private static String heading(FinishedRun run) {
        return run.label()
                + run.report()
                        .baseline()
                        .map(baseline -> ", against " + baseline)
                        .orElse("")
                + (run.report().primary() == Metric.TEST_ACCURACY
                        ? ""
                        : ", verdicts of " + run.report().primary().words())
                + (run.report().exploratory() ? " (exploratory)" : "");
    }

    private static ArmRow figures(ReportedArm arm) {
        return new ArmRow(
                "  " + arm.name(),
                Integer.toString(arm.testBySeed().size()),
                Figure.TEST.mean(arm.test()),
                Figure.GAP.mean(arm.gap()),
                arm.difference().map(Figure.TEST::difference).orElse(NONE),
                arm.verdict().map(ReportedVerdict::words).orElse(""));
    }

    private static ArmRow words(String label, String verdict) {
        return new ArmRow(label, "", NONE, NONE, NONE, verdict);
    }
}
