package io.augstream.lab;

/** What of a file's own words may stand in tables and on terminals. */
final class Wording {
    private Wording() {}

    /** Not blank, and without line ends, escapes, and marks that turn the direction of what follows around. */
    static boolean isOneLine(String text) {
        return !text.isBlank() && text.codePoints().noneMatch(Wording::endsOrTurns);
    }

    private static boolean endsOrTurns(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }
}
