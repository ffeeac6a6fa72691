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
 * A training's hold on its folder, so that no other one writes there meanwhile: a lock on pipeline.yaml, which goes with
 * the process however that ends.
 */
final class FolderHold implements AutoCloseable {
    private final FileChannel pipeline;

    private FolderHold(FileChannel pipeline) {
        this.pipeline = pipeline;
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
        FolderHold hold = new FolderHold(pipeline);
        try {
            if (lock(pipeline) == null) {
                throw new SettingsException(
                        folder.path() + ": a training is at work here; wait for its end, or stop it");
            }
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

    /** Of a byte far behind the text, so that everybody can read that on systems where locks keep readers away. */
    private static @Nullable FileLock lock(FileChannel pipeline) throws IOException {
        try {
            return pipeline.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            pipeline.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UncheckedIOException unwritable(Path file, IOException e) {
        return new UncheckedIOException("cannot write " + file + ": " + IoReason.of(e, file), e);
    }
}
