package io.augstream.lab.report;

import io.augstream.lab.WorthResult;
import java.util.List;

/** How many images arms are worth, for a terminal of 80 columns; ASCII only but for the arms' names. */
public final class WorthTable {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    private WorthTable() {}

    /** Two lines or more an arm, each ended by a line feed; nothing where no arm was asked about. */
    public static String of(List<WorthResult> worth) {
        if (worth.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("worth in images without augmentation, by test accuracy\n");
        for (WorthResult result : worth) {
            text.append(result.arm().name()).append('\n');
            for (String line : Notes.broken(result.sentence(), WIDTH - INDENT.length())) {
                text.append(INDENT).append(line).append('\n');
            }
        }
        return text.toString();
    }
}
