package io.augstream.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the images made of a data set's samples go: {@code split/class/path.copy.png}, an image folder again;
 * {@code .tiff} for floats.
 *
 * <p>The path is the rest of the sample's id with the file's full name, so {@code train/cat/a.jpg} and {@code
 * train/cat/a.png} become {@code train/cat/a.jpg.0.png} and {@code train/cat/a.png.0.png} and never meet. Where the id
 * does not start with the class, as in packed files and shards, the class is put in front; unlabelled images have none.
 *
 * <p>Keys in shards are anybody's text, so whatever could lead out of the folder or is no file name everywhere is written
 * as %xx: control characters, {@code \ : * ? " < > | %}, and the first dot of the names {@code .} and {@code ..}.
 */
public final class OutputNames {
    private static final String UNSAFE = "\\:*?\"<>|%";

    private final Dataset dataset;

    /** @throws DataException if two samples would be written to one place */
    public OutputNames(Dataset dataset) {
        this.dataset = dataset;
        Map<String, String> taken = new HashMap<>();
        for (Split split : Split.values()) {
            for (Sample sample : dataset.samples(split)) {
                String earlier = taken.put(stem(split, sample), sample.id());
                if (earlier != null) {
                    throw new DataException(
                            earlier + " and " + sample.id() + " would be written to one place; rename one of them");
                }
            }
        }
    }

    /** The path of copy {@code copy} below the output folder, with slashes, but for the ending of the file's format. */
    public String of(Split split, Sample sample, int copy) {
        return stem(split, sample) + "." + copy;
    }

    private String stem(Split split, Sample sample) {
        List<String> parts = new ArrayList<>(Arrays.asList(sample.id().split("/", -1)));
        if (parts.size() > 1 && parts.get(0).equals(split.id())) {
            parts.remove(0);
        }
        if (sample.label() != Sample.UNLABELLED) {
            String className = dataset.classes().get(sample.label());
            if (parts.size() == 1 || !parts.get(0).equals(className)) {
                parts.add(0, className);
            }
        }
        return split.id() + "/" + parts.stream().map(OutputNames::safe).collect(Collectors.joining("/"));
    }

    private static String safe(String name) {
        if (name.isEmpty()) {
            return "%";
        }
        String kept = name.codePoints()
                .mapToObj(c -> Character.isISOControl(c) || UNSAFE.indexOf(c) >= 0
                        ? "%%%02x".formatted(c)
                        : Character.toString(c))
                .collect(Collectors.joining());
        return kept.equals(".") || kept.equals("..") ? "%2e" + kept.substring(1) : kept;
    }
}
