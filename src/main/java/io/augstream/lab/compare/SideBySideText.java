package io.augstream.lab.compare;

import io.augstream.lab.report.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Runs side by side for a terminal of 80 columns: the table, what differs, and the paired differences. */
public final class SideBySideText {
    private static final int WIDTH = 80;

    private SideBySideText() {}

    /** Each line ended by a line feed. */
    public static String of(SideBySide both) {
        List<String> lines = new ArrayList<>(ArmSection.lines(both.runs()));
        lines.add("");
        lines.addAll(Notes.broken(ArmSection.note(both.runs()), WIDTH));
        lines.add("");
        lines.addAll(DataSection.lines(both, WIDTH));
        lines.addAll(pipeline(both));
        if (!both.software().isEmpty()) {
            lines.add("Made by different software, which should show in no figure:");
            lines.addAll(DifferenceSection.lines(both.software(), UnaryOperator.identity(), WIDTH));
        }
        lines.add("");
        lines.addAll(PairSection.lines(both.pairs(), WIDTH));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> pipeline(SideBySide both) {
        List<String> lines = new ArrayList<>();
        both.runs().stream()
                .filter(run -> !run.pipeline().isKnown())
                .forEach(run -> lines.addAll(Notes.broken(
                        "What the file of " + run.label() + " says is not compared: "
                                + run.pipeline().obstacle() + ".",
                        WIDTH)));
        long known =
                both.runs().stream().filter(run -> run.pipeline().isKnown()).count();
        if (!both.pipeline().isEmpty()) {
            lines.add("The pipeline files differ:");
            lines.addAll(DifferenceSection.lines(both.pipeline(), UnaryOperator.identity(), WIDTH));
        } else if (known > 1) {
            lines.add("The pipeline files say the same.");
        }
        return lines;
    }
}
