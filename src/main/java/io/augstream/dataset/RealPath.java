package io.augstream.dataset;

import io.augstream.image.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a path leads once links are followed: two paths lead to one place if these are equal. */
public final class RealPath {
    private RealPath() {}

    /**
     * The real path of what exists, followed by what does not exist yet.
     *
     * @throws UncheckedIOException if the system does not tell
     */
    public static Path of(Path path) {
        Path absolute = path.toAbsolutePath();
        Path existing = absolute;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find " + path + ": " + IoReason.of(e, path), e);
        }
    }
}
