package io.augstream.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether somebody looks at standard error, and how wide their window is. */
final class Terminal {
    private static final Pattern SIZE = Pattern.compile("\\d{1,6} (\\d{1,6})");
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /** What most terminals have, where the width is not told. */
    private static final int USUAL_COLUMNS = 80;

    private Terminal() {}

    /** How many characters fit into a line of standard error, as the terminal itself tells by {@code stty}. */
    static int columns() {
        try {
            File terminal = (Files.exists(STANDARD_ERROR) ? STANDARD_ERROR : Path.of("/dev/tty")).toFile();
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream answer = stty.getInputStream()) {
                return columns(new String(answer.readAllBytes(), StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // A system without stty: a line that wraps is a blemish, not a failure.
            return USUAL_COLUMNS;
        }
    }

    /** From "rows columns"; a terminal that nobody told its size says 0 0. */
    static int columns(String size) {
        Matcher matcher = SIZE.matcher(size.strip());
        int columns = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        return columns > 0 ? columns : USUAL_COLUMNS;
    }

    /** By the file behind the descriptor where the system shows it (Linux); else by Java's console. */
    static boolean isStandardError() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            if (Files.isSymbolicLink(STANDARD_ERROR)) {
                String file = Files.readSymbolicLink(STANDARD_ERROR).toString();
                return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
            }
        } catch (IOException | SecurityException e) {
            return false;
        }
        return System.console() != null;
    }
}
