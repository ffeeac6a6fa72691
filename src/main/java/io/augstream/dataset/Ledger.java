package io.augstream.dataset;

import io.augstream.image.IoReason;
import io.augstream.settings.Json;
import io.augstream.settings.SettingsException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * The account of an output folder: {@code manifest.jsonl} tells of every image written, {@code quarantine.jsonl} of every
 * sample that could not be. Both grow under temporary names; {@link #finish} gives them their real ones, the manifest
 * last, so a folder that holds a manifest is complete. For one thread.
 */
public final class Ledger implements AutoCloseable {
    private static final String MANIFEST = "manifest.jsonl";
    private static final String QUARANTINE = "quarantine.jsonl";
    private static final String TEMPORARY = ".part";

    private final Path folder;
    private final BufferedWriter manifest;
    private final BufferedWriter quarantine;

    /**
     * Opens the account of {@code folder}, which is made if need be.
     *
     * @param data what is read
     * @throws SettingsException if the folder holds a finished account or files of a split already, is a file, lies inside the data or holds
     *     it; nothing is changed then
     * @throws UncheckedIOException if it cannot be written
     */
    public Ledger(Path folder, Path data) {
        requireApart(RealPath.of(folder), RealPath.of(data), "the output folder " + folder, "the data " + data);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new SettingsException(folder + ": is a file; results need a folder");
        }
        if (Files.exists(folder.resolve(MANIFEST))) {
            throw new SettingsException(
                    folder + " holds the " + MANIFEST + " of an earlier run; give another folder, or remove that one");
        }
        for (Split split : Split.values()) {
            if (holdsFiles(folder.resolve(split.id()))) {
                throw new SettingsException(folder + " has files in " + split.id() + " and no " + MANIFEST
                        + ", as a run leaves that did not end; they would be among the new pictures: give another folder, or remove "
                        + folder);
            }
        }
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            this.manifest = Files.newBufferedWriter(folder.resolve(MANIFEST + TEMPORARY));
            this.quarantine = Files.newBufferedWriter(folder.resolve(QUARANTINE + TEMPORARY));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static boolean holdsFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + IoReason.of(e, folder), e);
        }
    }

    public void add(WrittenImage image) {
        append(manifest, Json.line(image.line()));
    }

    public void add(QuarantinedImage image) {
        append(quarantine, Json.line(image.line()));
    }

    /** Makes the account visible; to be called once everything in it is on the disk. */
    public void finish() {
        try {
            closeFiles();
            for (String name : new String[] {QUARANTINE, MANIFEST}) {
                Files.move(
                        folder.resolve(name + TEMPORARY),
                        folder.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Without {@link #finish} before it, removes the unfinished account: nothing can go on from it. */
    @Override
    public void close() {
        try {
            try {
                closeFiles();
            } finally {
                Files.deleteIfExists(folder.resolve(QUARANTINE + TEMPORARY));
                Files.deleteIfExists(folder.resolve(MANIFEST + TEMPORARY));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void closeFiles() throws IOException {
        try (quarantine) {
            manifest.close();
        }
    }

    private void append(BufferedWriter file, String line) {
        try {
            file.write(line);
            file.write('\n');
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Where one holds the other, the next run would read what this one wrote, or this one write among what it reads. */
    private static void requireApart(Path folder, Path data, String output, String input) {
        if (folder.startsWith(data)) {
            throw new SettingsException(output + " lies inside " + input + "; give one outside of it");
        }
        if (data.startsWith(folder)) {
            throw new SettingsException(output + " holds " + input + "; give one beside it");
        }
    }

    private UncheckedIOException unwritable(IOException e) {
        return new UncheckedIOException("cannot write the account of " + folder + ": " + IoReason.of(e, folder), e);
    }
}
