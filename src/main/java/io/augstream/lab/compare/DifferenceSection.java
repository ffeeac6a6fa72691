package io.augstream.lab.compare;

import io.augstream.lab.report.Notes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Keys that runs give different values: a line each, runs of the same value told together. */
final class DifferenceSection {
    private static final int INDENT = 2;

    private DifferenceSection() {}

    /** @param written how a value is told */
    static List<String> lines(List<Difference> differences, UnaryOperator<String> written, int width) {
        return differences.stream()
                .flatMap(difference -> hanging(text(difference, written), width).stream())
                .toList();
    }

    private static String text(Difference difference, UnaryOperator<String> written) {
        Map<String, List<String>> runs = new LinkedHashMap<>();
        difference.values().forEach((run, value) -> runs.computeIfAbsent(
                        value.map(written).orElse("not set"), text -> new ArrayList<>())
                .add(run));
        return difference.key() + ": "
                + runs.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                        .collect(Collectors.joining("; "));
    }

    /** Indented, and what is broken off once more. */
    private static List<String> hanging(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : Notes.broken(text, width - 2 * INDENT)) {
            lines.add(" ".repeat(lines.isEmpty() ? INDENT : 2 * INDENT) + line);
        }
        return lines;
    }
}
