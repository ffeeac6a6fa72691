package io.augstream.dataset;

import io.augstream.image.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that is whole or not there: its bytes lie under a temporary name ({@code .part} behind the real one) until it is
 * published.
 */
public final class StagedFile {
    private final Path target;
    private final Path temporary;

    private StagedFile(Path target) {
        this.target = target;
        this.temporary = target.resolveSibling(target.getFileName() + ".part");
    }

    /**
     * Writes {@code bytes} under the temporary name; makes the folders.
     *
     * @throws UncheckedIOException if that fails; the message names the file
     */
    public static StagedFile write(Path target, byte[] bytes) {
        StagedFile file = new StagedFile(target);
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.write(file.temporary, bytes);
        } catch (IOException e) {
            file.discard();
            throw unwritable(target, e);
        }
        return file;
    }

    /**
     * {@link #write(Path, byte[])} of what is too large to lie in memory twice. Its bytes are on the disk when this
     * returns, and nothing is left of it where it fails.
     */
    public static StagedFile write(Path target, Content content) {
        StagedFile file = new StagedFile(target);
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file.temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                content.writeTo(channel);
                channel.force(true);
            }
        } catch (IOException e) {
            file.discard();
            throw unwritable(target, e);
        }
        return file;
    }

    /** Gives it its real name, in one step; a file of that name is replaced. */
    public void publish() {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard();
            throw unwritable(target, e);
        }
    }

    /** Publishes one after the other; where one cannot be, those after it are discarded. */
    public static void publish(List<StagedFile> files) {
        try {
            files.forEach(StagedFile::publish);
        } catch (UncheckedIOException e) {
            files.forEach(StagedFile::discard);
            throw e;
        }
    }

    /** Removes it; to be called instead of {@link #publish}. */
    public void discard() {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw unwritable(temporary, e);
        }
    }

    /** Bytes that come one part after the other. */
    @FunctionalInterface
    public interface Content {
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    private static UncheckedIOException unwritable(Path file, IOException e) {
        return new UncheckedIOException("cannot write " + file + ": " + IoReason.of(e, file), e);
    }
}
