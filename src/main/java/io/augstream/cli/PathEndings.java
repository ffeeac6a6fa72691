package io.augstream.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What files are called beside each other. */
final class PathEndings {
    private PathEndings() {}

    /** Their names; with as many folders above them as tell them apart where two are alike. With / whatever the system. */
    static List<String> of(List<Path> files) {
        int deepest = files.stream().mapToInt(Path::getNameCount).max().orElse(1);
        for (int parts = 1; parts < deepest; parts++) {
            List<String> names = of(files, parts);
            if (new HashSet<>(names).size() == files.size()) {
                return names;
            }
        }
        return of(files, deepest);
    }

    private static List<String> of(List<Path> files, int parts) {
        return files.stream().map(file -> ending(file, parts)).toList();
    }

    private static String ending(Path file, int parts) {
        int count = file.getNameCount();
        Path ending = count <= parts ? file : file.subpath(count - parts, count);
        return StreamSupport.stream(ending.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
