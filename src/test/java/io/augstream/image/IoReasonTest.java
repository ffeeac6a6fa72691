package io.augstream.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IoReasonTest {
    @Test
    void theMeaningIsToldInsteadOfTheClass(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path below = file.resolve("below");
        assertEquals(
                "no such file or folder",
                reason(folder.resolve("none"), () -> Files.readAllBytes(folder.resolve("none"))));
        assertEquals("something else is there already", reason(file, () -> Files.createDirectory(file)));
        assertEquals(file + ": something else is there already", reason(below, () -> Files.createDirectories(file)));
        assertEquals("the folder is not empty", reason(folder, () -> Files.delete(folder)));
        assertEquals("permission denied", IoReason.of(new AccessDeniedException("a"), "a"));
        assertEquals(
                "Disk quota exceeded", IoReason.of(new FileSystemException("a", null, "Disk quota exceeded"), "a"));
        assertEquals("Is a directory", IoReason.of(new IOException("Is a directory"), "a"));
        assertEquals("an input or output error", IoReason.of(new IOException(), "a"));
    }

    private interface Work {
        void run() throws IOException;
    }

    private static String reason(Path about, Work work) {
        return IoReason.of(assertThrows(IOException.class, work::run), about);
    }
}
