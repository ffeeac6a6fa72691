package io.augstream.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opening data sets. No image is decoded; reading a sample does that. */
public final class Datasets {
    private Datasets() {}

    /**
     * A data set fit for training: every image has a label, no split is there without images, and the training images are of
     * two classes or more.
     *
     * @param format recognised from the folder where null
     * @throws DataException if the folder is missing, of no known format or of several, broken, or not fit for training
     */
    public static Dataset open(Path root, @Nullable Format format) {
        Format known = format == null ? recognise(root) : format;
        Dataset dataset = openToRead(root, known);
        known.reader().checkForTraining(root, dataset);
        samples(dataset)
                .filter(sample -> sample.label() == Sample.UNLABELLED)
                .findFirst()
                .ifPresent(sample -> {
                    throw new DataException(
                            root + ": " + sample.id() + " has no class; training needs one for each image");
                });
        known.reader().places(root).forEach((split, place) -> {
            if (dataset.samples(split).isEmpty()) {
                throw new DataException(place + ": the " + split.id()
                        + " split is here, but without an image; give it some, or take it away");
            }
        });
        if (dataset.train().isEmpty()) {
            throw new DataException(root + ": no training images");
        }
        if (dataset.train().stream().mapToInt(Sample::label).distinct().count() < 2) {
            throw new DataException(root + ": only one class, '"
                    + dataset.classes().get(dataset.train().get(0).label()) + "'; training needs at least two");
        }
        return dataset;
    }

    /**
     * Whatever images there are, to read them and no more: labels may be missing ({@link Sample#UNLABELLED}), a class may
     * be empty or the only one. Images that lie directly in a folder without class folders are unlabelled training images.
     *
     * @param format recognised from the folder where null
     * @throws DataException if the folder is missing, of no known format or of several, broken, or without any image
     */
    public static Dataset openToRead(Path root, @Nullable Format format) {
        Format known = format == null ? recognise(root) : format;
        requireFolder(root);
        Dataset dataset = known.reader().read(root);
        if (samples(dataset).findAny().isEmpty()) {
            throw new DataException(root + ": no images here, read as " + name(known));
        }
        return dataset;
    }

    private static Format recognise(Path root) {
        requireFolder(root);
        List<Format> fitting = Arrays.stream(Format.values())
                .filter(format -> format.reader().recognises(root))
                .toList();
        if (fitting.isEmpty()) {
            throw new DataException(root + ": no data set here: expected class folders of images, "
                    + "*-images-idx3-ubyte(.gz), data_batch_*.bin or train-*.tar(.gz)");
        }
        if (fitting.size() > 1) {
            throw new DataException(root + ": holds "
                    + String.join(" and ", fitting.stream().map(Datasets::name).toList())
                    + "; data.format must say which is meant");
        }
        return fitting.get(0);
    }

    private static void requireFolder(Path root) {
        if (!Files.isDirectory(root)) {
            throw new DataException(root + ": " + (Files.exists(root) ? "not a folder" : "no such folder"));
        }
    }

    private static Stream<Sample> samples(Dataset dataset) {
        return Arrays.stream(Split.values()).flatMap(split -> dataset.samples(split).stream());
    }

    private static String name(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
