package io.augstream.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * One tar archive whose members belong together by key, the name up to the first dot: {@code key.jpg} (or another image)
 * and {@code key.cls}, the label as digits. Other members are left alone.
 *
 * <p>Read once, as a stream, and nothing is ever extracted by name. The encoded images stay in memory, compressed as they
 * are, since a gzipped archive cannot be entered in the middle.
 */
final class TarShard {
    private static final int LONGEST_LABEL = 64;

    private final Path file;
    private final Map<String, byte[]> images = new LinkedHashMap<>();
    private final Map<String, Integer> labels = new LinkedHashMap<>();

    private TarShard(Path file) {
        this.file = file;
    }

    /** Its images in the archive's order; one without a .cls member is unlabelled. */
    static List<Sample> read(Path file, Split split) {
        TarShard shard = new TarShard(file);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(DataFiles.open(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    shard.add(entry, tar);
                }
            }
        } catch (IOException e) {
            throw DataFiles.unreadable(file, e);
        } catch (IllegalArgumentException e) {
            throw new DataException(file + ": not a sound tar archive: " + e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new DataException(file + ": too large for the memory of this JVM", e);
        }
        return shard.samples(split);
    }

    private void add(TarArchiveEntry entry, InputStream tar) throws IOException {
        String name = entry.getName().replaceFirst("^(\\./)+", "");
        int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
        if (dot < 0) {
            return;
        }
        String key = name.substring(0, dot);
        String ending = name.substring(dot + 1);
        if (ending.equals("cls")) {
            labels.put(key, label(name, tar.readNBytes(LONGEST_LABEL)));
        } else if (ImageNames.isEnding(ending) && images.put(key, whole(entry, tar)) != null) {
            throw new DataException(file + ": two images with the key '" + key + "'");
        }
    }

    private static byte[] whole(TarArchiveEntry entry, InputStream tar) throws IOException {
        byte[] bytes = tar.readAllBytes();
        if (bytes.length != entry.getSize()) {
            throw new EOFException();
        }
        return bytes;
    }

    private int label(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII).strip();
        if (!text.matches("\\d{1,6}")) {
            throw new DataException(file + ": " + name + " must hold a class number from 0, got '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private List<Sample> samples(Split split) {
        String shard = String.valueOf(file.getFileName()).replaceFirst("\\.(tar|tar\\.gz|tgz)$", "");
        List<Sample> samples = new ArrayList<>(images.size());
        images.forEach((key, bytes) -> samples.add(new Sample(
                split.id() + "/" + shard + "/" + key,
                labels.getOrDefault(key, Sample.UNLABELLED),
                new EncodedImage(bytes, file + "!" + key))));
        return samples;
    }
}
