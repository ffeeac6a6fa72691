package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.image.ImageSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CIFAR-10's binary version: {@code data_batch_*.bin} for training and {@code test_batch*.bin}, records of a label byte and
 * 3,072 pixel bytes (32 × 32 red, then green, then blue). Class names from {@code batches.meta.txt} or {@code
 * classes.txt}, else the numbers. An index in a sample id counts through the files in the order of their names.
 */
final class Cifar10Folder implements DatasetReader {
    private static final ImageSize SIZE = ImageSize.square(32);
    private static final int PIXELS = 32 * 32;
    private static final int RECORD = 1 + 3 * PIXELS;
    private static final int CLASSES = 10;
    private static final String TRAIN = "data_batch";
    private static final String TEST = "test_batch";

    @Override
    public boolean recognises(Path root) {
        return DataFiles.names(root).stream().anyMatch(name -> isBatch(name, TRAIN));
    }

    @Override
    public Dataset read(Path root) {
        List<Sample> train = samples(root, Split.TRAIN, TRAIN);
        List<Sample> test = samples(root, Split.TEST, TEST);
        List<String> classes = ClassNames.upTo(CLASSES - 1, ClassNames.find(root, "batches.meta.txt", "classes.txt"));
        return new Dataset(classes, train, List.of(), test);
    }

    @Override
    public Map<Split, Path> places(Path root) {
        Map<Split, Path> places = new EnumMap<>(Split.class);
        for (String name : DataFiles.names(root)) {
            if (isBatch(name, TRAIN)) {
                places.putIfAbsent(Split.TRAIN, root.resolve(name));
            }
            if (isBatch(name, TEST)) {
                places.putIfAbsent(Split.TEST, root.resolve(name));
            }
        }
        return places;
    }

    private static List<Sample> samples(Path root, Split split, String batch) {
        List<Sample> samples = new ArrayList<>();
        DataFiles.names(root).stream().filter(name -> isBatch(name, batch)).forEach(name -> {
            Path file = root.resolve(name);
            byte[] records = DataFiles.read(file);
            if (records.length % RECORD != 0) {
                throw new DataException(file + ": truncated: " + records.length
                        + " bytes are not a whole number of records of " + RECORD + " bytes");
            }
            for (int start = 0; start < records.length; start += RECORD) {
                samples.add(sample(file, records, start, split.id() + "/" + samples.size()));
            }
        });
        return samples;
    }

    private static Sample sample(Path file, byte[] records, int start, String id) {
        int label = records[start] & 0xff;
        if (label >= CLASSES) {
            throw new DataException(file + ": record " + start / RECORD + " has label " + label + ", expected 0 to 9");
        }
        return new Sample(id, label, () -> image(records, start + 1));
    }

    /** The file holds plane after plane; an image interleaves them. */
    private static Image image(byte[] records, int start) {
        byte[] samples = new byte[3 * PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            samples[3 * i] = records[start + i];
            samples[3 * i + 1] = records[start + PIXELS + i];
            samples[3 * i + 2] = records[start + 2 * PIXELS + i];
        }
        return Image.of(SIZE, 3, samples);
    }

    private static boolean isBatch(String name, String batch) {
        return name.startsWith(batch) && Stream.of(".bin", ".bin.gz").anyMatch(name::endsWith);
    }
}
