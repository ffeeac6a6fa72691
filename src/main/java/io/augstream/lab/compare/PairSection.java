package io.augstream.lab.compare;

import io.augstream.lab.report.Figure;
import io.augstream.lab.report.Notes;
import java.util.ArrayList;
import java.util.List;

/** Arms of the same name paired by seed across runs, or why they are not. */
final class PairSection {
    private PairSection() {}

    static List<String> lines(List<RunPair> pairs, int width) {
        List<String> lines = new ArrayList<>();
        int differences = pairs.stream().mapToInt(pair -> pair.arms().size()).sum();
        if (differences > 0) {
            lines.addAll(Notes.broken(note(differences), width));
        }
        pairs.forEach(pair -> lines.addAll(pair.obstacles().isEmpty() ? arms(pair) : obstacles(pair, width)));
        return lines;
    }

    private static String note(int differences) {
        return "Test accuracy across runs: differences in points between arms of the same name, paired by seed, with 95%"
                + " intervals. No correction for many comparisons is made"
                + (differences == 1 ? "." : ": these are " + differences + ".");
    }

    private static List<String> arms(RunPair pair) {
        List<String> lines = new ArrayList<>();
        lines.add(pair.run() + " minus " + pair.against());
        Column test = Column.figures(
                "",
                pair.arms().stream()
                        .map(arm -> Figure.TEST.difference(arm.test().difference()))
                        .toList());
        List<String> names = pair.arms().stream().map(arm -> "  " + arm.name()).toList();
        lines.addAll(new LabelledTable("", names, List.of(test)).rows());
        return lines;
    }

    private static List<String> obstacles(RunPair pair, int width) {
        String runs = pair.against() + " and " + pair.run();
        return Notes.broken(runs + " are not paired: " + String.join(", ", pair.obstacles()) + ".", width);
    }
}
