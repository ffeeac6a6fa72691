package io.augstream.run;

import io.augstream.image.IoReason;
import io.augstream.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A command's hold on the folder it writes to, so that no other one writes there meanwhile: a lock on a file, which goes
 * with the process however that ends. A training locks its pipeline.yaml.
 */
public final class FolderHold implements AutoCloseable {
    private final FileChannel file;

    private FolderHold(FileChannel file) {
        this.file = file;
    }

    /**
     * For whatever has no file that stays the same: locks {@code file}, an empty one, which is made where it is missing, its
     * folder too, and is never taken away, as whoever waits for a lock of a file that is gone waits for nothing.
     *
     * @param busy what is said where somebody holds it, of this process or another
     * @throws SettingsException if somebody does
     * @throws UncheckedIOException if the file cannot be made or locked; the message names it
     */
    public static FolderHold of(Path file, String busy) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return locked(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), busy);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * For a new training; writes its pipeline.yaml, unless one that never had a checkpoint has left the same.
     *
     * @throws SettingsException if another training has been quicker
     */
    static FolderHold begin(TrainingFolder folder, String yaml) {
        try {
            Files.createDirectories(folder.path().toAbsolutePath());
            boolean left = Files.exists(folder.pipeline()) && folder.says(yaml) && Files.notExists(folder.last());
            return hold(folder, yaml, left ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new SettingsException(
                    folder.path() + ": another training has begun here meanwhile; --out would take another folder", e);
        } catch (IOException e) {
            throw unwritable(folder.pipeline(), e);
        }
    }

    /**
     * For a training that goes on; writes pipeline.yaml only where it is missing.
     *
     * @throws SettingsException if the training is at work
     */
    static FolderHold goOn(TrainingFolder folder, String yaml) {
        try {
            return hold(folder, yaml, StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw unwritable(folder.pipeline(), e);
        }
    }

    private static FolderHold hold(TrainingFolder folder, String yaml, StandardOpenOption how) throws IOException {
        FileChannel pipeline = FileChannel.open(folder.pipeline(), how, StandardOpenOption.WRITE);
        FolderHold hold =
                locked(pipeline, folder.path() + ": a training is at work here; wait for its end, or stop it");
        try {
            if (pipeline.size() == 0) {
                ByteBuffer bytes = ByteBuffer.wrap(yaml.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    pipeline.write(bytes);
                }
            }
            return hold;
        } catch (IOException | RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    private static FolderHold locked(FileChannel file, String busy) throws IOException {
        FolderHold hold = new FolderHold(file);
        try {
            if (lock(file) == null) {
                throw new SettingsException(busy);
            }
            return hold;
        } catch (IOException | RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    /** Of a byte far behind the text, so that everybody can read that on systems where locks keep readers away. */
    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UncheckedIOException unwritable(Path file, IOException e) {
        return new UncheckedIOException("cannot write " + file + ": " + IoReason.of(e, file), e);
    }
}
