package io.augstream.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * MNIST's files: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-…} (or {@code test-…},
 * {@code validation-…}), plain or with {@code .gz}. Further words in the name are allowed, as in {@code
 * train-first2000-images-idx3-ubyte}, and files of no split ({@code extra-…}) are left alone. Classes are called by their
 * numbers.
 */
final class IdxFolder implements DatasetReader {
    private static final String IMAGES = "images-idx3-ubyte";
    private static final String LABELS = "labels-idx1-ubyte";

    @Override
    public boolean recognises(Path root) {
        return !imageFiles(root).isEmpty();
    }

    @Override
    public Dataset read(Path root) {
        Map<Split, List<Sample>> samples = new EnumMap<>(Split.class);
        Map<Split, IdxLabels> labels = new EnumMap<>(Split.class);
        imageFiles(root).forEach((split, name) -> {
            IdxImages images = IdxImages.read(root.resolve(name));
            IdxLabels those = IdxLabels.read(labelFile(root, name));
            if (those.count() != images.count()) {
                throw new DataException(those.file() + ": " + those.count() + " labels for the " + images.count()
                        + " images of " + name);
            }
            labels.put(split, those);
            samples.put(split, samples(split, images, those));
        });
        int classes = classes(labels);
        return new Dataset(
                IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                samples.getOrDefault(Split.TRAIN, List.of()),
                samples.getOrDefault(Split.VALIDATION, List.of()),
                samples.getOrDefault(Split.TEST, List.of()));
    }

    @Override
    public Map<Split, Path> places(Path root) {
        Map<Split, Path> places = new EnumMap<>(Split.class);
        imageFiles(root).forEach((split, name) -> places.put(split, root.resolve(name)));
        return places;
    }

    /** Those of the training images; a set without any is one to look at alone. */
    private static int classes(Map<Split, IdxLabels> labels) {
        IdxLabels training = labels.get(Split.TRAIN);
        if (training == null || training.count() == 0) {
            return labels.values().stream().mapToInt(IdxLabels::classes).max().orElse(0);
        }
        training.requireEveryClass();
        labels.values().forEach(split -> split.requireBelow(training.classes()));
        return training.classes();
    }

    private static Map<Split, String> imageFiles(Path root) {
        Map<Split, String> files = new EnumMap<>(Split.class);
        for (String name : DataFiles.names(root)) {
            Split split = isImages(name) ? splitOf(name) : null;
            if (split == null) {
                continue;
            }
            String earlier = files.put(split, name);
            // The plain file sorts before its .gz and holds the same: it is the faster one to read.
            if (name.equals(earlier + ".gz")) {
                files.put(split, String.valueOf(earlier));
            } else if (earlier != null) {
                throw new DataException(root + ": '" + earlier + "' and '" + name + "' are two sets of " + split.id()
                        + " images; keep one");
            }
        }
        return files;
    }

    private static List<Sample> samples(Split split, IdxImages images, IdxLabels labels) {
        List<Sample> samples = new ArrayList<>(labels.count());
        for (int i = 0; i < labels.count(); i++) {
            samples.add(new Sample(split.id() + "/" + i, labels.label(i), images.source(i)));
        }
        return samples;
    }

    private static Path labelFile(Path root, String imageName) {
        String name = imageName.replace("images.idx3", "images-idx3").replace(IMAGES, LABELS);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        List<String> there = DataFiles.names(root);
        return root.resolve(Arrays.asList(plain, plain + ".gz", plain.replace("labels-idx1", "labels.idx1")).stream()
                .filter(there::contains)
                .findFirst()
                .orElseThrow(() -> new DataException(
                        root.resolve(plain) + ": no such file, with or without .gz, to label " + imageName)));
    }

    private static boolean isImages(String name) {
        return name.matches(".*images[-.]idx3-ubyte(\\.gz)?");
    }

    private static @Nullable Split splitOf(String name) {
        return Arrays.stream(name.split("[-_.]", -1))
                .map(Split::named)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
