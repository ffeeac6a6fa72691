package io.augstream.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody looks at standard error. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

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
