package io.augstream.cli;

import io.augstream.run.ConfusionMatrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * A confusion matrix for a terminal of 80 columns: a row a true class, a column what was said; where that does not fit,
 * the worst confusions.
 */
final class ConfusionTable {
    private static final int ROOM = 80;
    private static final int LONGEST_LABEL = 14;
    private static final int SHORT_NAME = 4;
    private static final int WORST = 15;
    private static final String RIGHT = "  right %";

    private final ConfusionMatrix matrix;
    private final List<String> classes;

    ConfusionTable(ConfusionMatrix matrix, List<String> classes) {
        this.matrix = matrix;
        this.classes = classes;
    }

    /** Lines, each with its line break. */
    String written() {
        int label = Math.max(
                "class".length(),
                classes.stream().mapToInt(String::length).max().orElse(0));
        int column = Math.max(SHORT_NAME, widestCount()) + 1;
        int shown = Math.min(label, LONGEST_LABEL);
        boolean fits = shown + column * classes.size() + RIGHT.length() <= ROOM;
        return fits ? matrix(shown, column) : worst();
    }

    private String matrix(int label, int column) {
        List<String> heads = heads();
        StringBuilder text = new StringBuilder("Rows: true classes; columns: what the network says.\n");
        text.append(left("class", label));
        heads.forEach(head -> text.append(right(head, column)));
        text.append(RIGHT).append('\n');
        for (int row = 0; row < classes.size(); row++) {
            text.append(left(classes.get(row), label));
            for (int said = 0; said < classes.size(); said++) {
                int count = matrix.count(row, said);
                text.append(right(count == 0 ? "." : Integer.toString(count), column));
            }
            text.append(right(rightShare(row), RIGHT.length())).append('\n');
        }
        return text.toString();
    }

    private String worst() {
        List<ConfusionMatrix.Confusion> worst = matrix.worst(WORST);
        if (worst.isEmpty()) {
            return "No image was taken for another class.\n";
        }
        int width = (ROOM - 26) / 2;
        StringBuilder text = new StringBuilder("The most frequent confusions, of " + classes.size() + " classes:\n");
        text.append(left("class", width)).append(left("taken for", width)).append("  images  % of class\n");
        worst.forEach(confusion -> text.append(left(classes.get(confusion.label()), width - 2))
                .append("  ")
                .append(left(classes.get(confusion.said()), width - 2))
                .append("  ")
                .append(right(Integer.toString(confusion.count()), 8))
                .append(right(percent(confusion.share()), 12))
                .append('\n'));
        return text.toString();
    }

    /** The names' first letters where those tell the classes apart, else the names' last, else numbers. */
    private List<String> heads() {
        List<List<String>> choices = new ArrayList<>();
        choices.add(classes.stream()
                .map(name -> name.substring(0, Math.min(SHORT_NAME, name.length())))
                .toList());
        choices.add(classes.stream()
                .map(name -> name.substring(Math.max(0, name.length() - SHORT_NAME)))
                .toList());
        return choices.stream()
                .filter(names -> new HashSet<>(names).size() == names.size())
                .findFirst()
                .orElseGet(() -> classes.stream()
                        .map(name -> Integer.toString(classes.indexOf(name)))
                        .toList());
    }

    private int widestCount() {
        int widest = 1;
        for (int row = 0; row < classes.size(); row++) {
            for (int said = 0; said < classes.size(); said++) {
                widest = Math.max(
                        widest, Integer.toString(matrix.count(row, said)).length());
            }
        }
        return widest;
    }

    private String rightShare(int row) {
        int images = matrix.images(row);
        return images == 0 ? "-" : percent((double) matrix.count(row, row) / images);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    static String left(String text, int width) {
        return text.length() > width
                ? text.substring(0, Math.max(1, width - 1)) + "…"
                : text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(1, width - text.length())) + text;
    }
}
