package io.augstream.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The names of numbered classes, from a text file beside the data with one name a line. */
record ClassNames(Path file, List<String> names) {
    static Optional<ClassNames> find(Path root, String... fileNames) {
        return Arrays.stream(fileNames)
                .map(root::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> new ClassNames(file, DataFiles.lines(file)));
    }

    /**
     * The names of all labels up to {@code highest}: the file's, or the numbers where there is no file.
     *
     * @throws DataException if the file names fewer
     */
    static List<String> upTo(int highest, Optional<ClassNames> given) {
        given.filter(names -> names.names.size() <= highest).ifPresent(names -> {
            throw new DataException(names.file + ": names " + names.names.size() + " classes, but the data has a label "
                    + highest + " (counted from 0)");
        });
        return given.map(ClassNames::names).orElseGet(() -> IntStream.rangeClosed(0, highest)
                .mapToObj(Integer::toString)
                .toList());
    }
}
