package io.augstream.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files that are there whole or not at all, whenever the process may die. */
public final class AtomicFiles {
    private AtomicFiles() {}

    /**
     * Writes under a hidden temporary name in the same folder, then moves over {@code target}. Missing folders are made.
     *
     * @throws IOException if that fails; the temporary file is gone then
     */
    public static void write(Path target, byte[] bytes) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException(target + ": not a file name");
        }
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + UUID.randomUUID() + ".part");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
