package io.augstream.cli;

import io.augstream.dataset.DataException;
import io.augstream.image.Depth;
import io.augstream.image.ImageFiles;
import io.augstream.image.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of a folder that {@code apply} turns into others. */
final class PictureFolder {
    private PictureFolder() {}

    /**
     * One file and what becomes of it.
     *
     * @param id the path from the folder, with / whatever the system; the sample id
     * @param stem the path of the result from the output folder, but for its ending
     */
    record Entry(Path file, String id, String stem) {
        /** The path of a result of that depth from the output folder. */
        String target(Depth depth) {
            return stem + ImageFiles.ending(depth);
        }
    }

    /**
     * All files below {@code folder}, those of linked folders too, as in data sets; sorted by id; hidden ones, and those
     * in hidden folders, left out.
     *
     * @throws DataException if there is none, the folder cannot be read, or two files would have one result
     */
    static List<Entry> entries(Path folder) {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> takenBy = new HashMap<>();
        for (Path file : files(folder)) {
            String id = StreamSupport.stream(folder.relativize(file).spliterator(), false)
                    .map(Path::toString)
                    .collect(Collectors.joining("/"));
            String stem = stem(id);
            String other = takenBy.put(stem, id);
            if (other != null) {
                throw new DataException(folder + ": " + other + " and " + id + " would both become " + stem + ".png");
            }
            entries.add(new Entry(file, id, stem));
        }
        if (entries.isEmpty()) {
            throw new DataException(folder + ": no files here");
        }
        return entries;
    }

    /** Sorted, as {@link #entries}; maybe none. */
    static List<Path> files(Path folder) {
        try (Stream<Path> below = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> StreamSupport.stream(folder.relativize(file).spliterator(), false)
                            .noneMatch(part -> part.toString().startsWith(".")))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(folder + ": cannot be read: " + IoReason.of(e, folder), e);
        }
    }

    private static String stem(String id) {
        int dot = id.lastIndexOf('.');
        return dot > id.lastIndexOf('/') ? id.substring(0, dot) : id;
    }
}
