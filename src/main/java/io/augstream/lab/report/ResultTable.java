package io.augstream.lab.report;

import io.augstream.lab.ArmResult;
import io.augstream.lab.Comparison;
import io.augstream.lab.ExperimentResult;
import io.augstream.lab.Metric;
import io.augstream.lab.statistics.ArmVerdict;
import io.augstream.lab.statistics.Verdict;
import io.augstream.lab.statistics.VerdictRule;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The result for a terminal of 80 columns: an arm's means, beneath them its differences from the baseline, and below the
 * table what one has to know to read it.
 */
public final class ResultTable {
    private static final int WIDTH = 80;

    private ResultTable() {}

    /**
     * The table and its notes, each line ended by a line feed.
     *
     * @param charset that of the terminal; what it cannot write is spelled in ASCII
     */
    public static String of(ExperimentResult result, Charset charset) {
        Glyphs glyphs = Glyphs.of(charset);
        List<Figure> columns = Figure.columns(result.primary());
        List<TableRow> rows = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            rows.add(means(result, arm));
            if (!arm.name().equals(result.baseline().name())) {
                boolean sized = namesASize(result, arm.name());
                rows.add(differences(result, arm, sized ? size(result) : p(result, arm.name())));
                if (sized) {
                    rows.add(beneath(columns.size(), p(result, arm.name())));
                }
            }
        }
        String perArm = result.seeds().size() == 1 ? "per arm" : "per arm, 95%";
        String verdict = result.verdicts().isEmpty() ? "" : heading(result.rule());
        String notes = String.join("\n", Notes.of(result, WIDTH));
        return new TableLayout(columns, rows, glyphs).written(perArm, verdict) + "\n" + notes + "\n";
    }

    private static TableRow means(ExperimentResult result, ArmResult arm) {
        List<TableRow.Cell> cells = Figure.columns(result.primary()).stream()
                .map(figure -> figure.mean(arm.estimate(figure.metric)))
                .toList();
        return new TableRow(
                arm.name(),
                cells,
                verdict(result, arm.name()).map(Verdict::words).orElse(""));
    }

    private static TableRow differences(ExperimentResult result, ArmResult arm, String remark) {
        List<TableRow.Cell> cells = Figure.columns(result.primary()).stream()
                .map(figure -> figure.difference(
                        arm.against(result.baseline(), figure.metric).difference()))
                .toList();
        return new TableRow("  against " + result.baseline().name(), cells, remark);
    }

    /** A line of its own for a remark that found no room beside the figures. */
    private static TableRow beneath(int columns, String remark) {
        return new TableRow("", Collections.nCopies(columns, new TableRow.Cell("", "")), remark);
    }

    private static String heading(VerdictRule rule) {
        return rule.exploratory() ? "exploratory" : "verdict";
    }

    /** "no effect larger than 0.5 points" takes two lines. */
    private static boolean namesASize(ExperimentResult result, String arm) {
        return verdict(result, arm).filter(Verdict.NO_EFFECT_LARGER::equals).isPresent();
    }

    private static String size(ExperimentResult result) {
        return "than "
                + Figure.of(result.primary())
                        .margin(result.rule().smallestEffect().orElseThrow());
    }

    /** Holm's p of the metric that the verdict rests on; none where the seeds are too few for a verdict. */
    private static String p(ExperimentResult result, String arm) {
        if (result.verdicts().isEmpty()) {
            return "";
        }
        boolean gap =
                verdict(result, arm).filter(Verdict.SMALLER_GAP_ONLY::equals).isPresent();
        OptionalDouble p = result.comparison(arm, gap ? Metric.GAP : result.primary())
                .map(Comparison::pHolm)
                .orElse(OptionalDouble.empty());
        if (p.isEmpty()) {
            return "";
        }
        String text = "p " + PValue.related(p.getAsDouble());
        return gap ? text + " (gap)" : text;
    }

    private static Optional<Verdict> verdict(ExperimentResult result, String arm) {
        return result.verdict(arm).map(ArmVerdict::verdict);
    }
}
