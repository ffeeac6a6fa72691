package io.augstream.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the nearest allowed name to a misspelt one. */
public final class Suggestion {
    private Suggestion() {}

    /** Text to end an error message with: the nearest name if one is near, and all that are allowed. */
    public static String of(String name, Collection<String> allowed) {
        String all = "; allowed: " + String.join(", ", allowed);
        return nearest(name, allowed)
                .map(nearest -> "; did you mean '" + nearest + "'?" + all)
                .orElse(all);
    }

    /** The one of {@code candidates} that {@code name} may be a misspelling of. */
    static Optional<String> nearest(String name, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(nearest -> distance(name, nearest) <= slips(nearest.length()));
    }

    /** How many slips a misspelling may have: of a short name little would be left. */
    private static int slips(int length) {
        return length < 4 ? length / 2 : Math.max(2, length / 3);
    }

    /** Edits (insert, delete, replace, swap neighbours) between two names, without regard to case. */
    private static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replace = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replace, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
