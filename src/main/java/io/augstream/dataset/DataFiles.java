package io.augstream.dataset;

import io.augstream.image.IoReason;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files of a data set, gzipped or not; each failure is a {@link DataException} that names the file. */
final class DataFiles {
    private static final int BUFFER = 1 << 16;

    private DataFiles() {}

    /** The names of plain files in a folder, hidden ones left out, sorted. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** Unzips what ends in .gz or .tgz. */
    static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            String name = file.toString();
            return name.endsWith(".gz") || name.endsWith(".tgz") ? new GZIPInputStream(raw, BUFFER) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The whole content, unzipped. */
    static byte[] read(Path file) {
        try (InputStream input = open(file)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (OutOfMemoryError e) {
            throw new DataException(file + ": too large for the memory of this JVM", e);
        }
    }

    /** The lines of a text file that are not blank. */
    static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    /** @param e an {@link IOException}, bare or as streams wrap it */
    static DataException unreadable(Path file, Exception e) {
        if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
            return unreadable(file, cause);
        }
        if (e instanceof EOFException) {
            return new DataException(file + ": truncated: the file ends in the middle of its data", e);
        }
        if (e instanceof ZipException) {
            return new DataException(file + ": not a sound gzip file: " + e.getMessage(), e);
        }
        return new DataException(file + ": cannot be read: " + IoReason.of(e, file), e);
    }
}
