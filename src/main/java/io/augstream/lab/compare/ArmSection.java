package io.augstream.lab.compare;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table: a row an arm, under the name of its run. */
final class ArmSection {
    private ArmSection() {}

    static List<String> lines(List<FinishedRun> runs) {
        List<ArmRow> rows =
                runs.stream().flatMap(run -> ArmRow.of(run).stream()).toList();
        List<String> labels = rows.stream().map(ArmRow::label).toList();
        return new LabelledTable("run, arm", labels, columns(rows)).lines();
    }

    /** What one has to know to read it. */
    static String note(List<FinishedRun> runs) {
        Set<Integer> seeds =
                runs.stream().map(run -> run.report().origin().seeds().size()).collect(Collectors.toSet());
        String alone = seeds.contains(1) ? " A single seed has no interval." : "";
        return "Means and their 95% intervals over the seeds, on clean images; gap = train - test in points." + alone
                + " Difference: test accuracy against the baseline of the same run, paired by seed."
                + " Verdicts are those of each run's own report, corrected for its own arms alone.";
    }

    private static List<Column> columns(List<ArmRow> rows) {
        return List.of(
                Column.right("seeds", rows.stream().map(ArmRow::seeds).toList()),
                Column.figures("test %", rows.stream().map(ArmRow::test).toList()),
                Column.figures("gap", rows.stream().map(ArmRow::gap).toList()),
                Column.figures(
                        "difference", rows.stream().map(ArmRow::difference).toList()),
                new Column("verdict", rows.stream().map(ArmRow::verdict).toList()));
    }
}
