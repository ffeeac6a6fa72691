package io.augstream;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data outside the repository, below the system property {@code augstream.shared}. */
public final class SharedData {
    private SharedData() {}

    /** A folder of it; where it is absent the test is skipped, and standard output says so. */
    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("augstream.shared", "../shared"), "data", name);
        if (!Files.isDirectory(folder)) {
            String message = "SKIPPED, no real data: " + folder.toAbsolutePath().normalize() + " is not there";
            System.out.println(message);
            Assumptions.abort(message);
        }
        return folder;
    }
}
