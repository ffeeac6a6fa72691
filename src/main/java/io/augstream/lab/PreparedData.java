package io.augstream.lab;

import io.augstream.dataset.DataException;
import io.augstream.dataset.DataSettings;
import io.augstream.dataset.Dataset;
import io.augstream.dataset.ImageShape;
import io.augstream.dataset.NormalisationChoice;
import io.augstream.dataset.PreparedImages;
import io.augstream.dataset.Sample;
import io.augstream.dataset.TrainPart;
import io.augstream.image.Image;
import io.augstream.nn.Shape;
import io.augstream.run.Digests;
import io.augstream.run.TrainingImages;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The images of an experiment, each read and prepared once and kept in memory for all runs.
 *
 * @param parts what each seed trains on, clean, by the number of images that an arm asks for
 * @param validation may be empty
 * @param test not empty
 * @param shape of every image
 */
record PreparedData(
        Map<PartKey, List<Sample>> parts,
        List<Sample> validation,
        List<Sample> test,
        Shape shape,
        int classes,
        NormalisationChoice normalisation,
        DataSummary summary) {
    /** @param size null for all of the training images */
    private record PartKey(long seed, @Nullable Integer size) {}

    /**
     * @param sizes the numbers of training images that arms ask for; null for all
     * @throws DataException if the data set is wrong, an image cannot be read, or the images differ in size
     */
    static PreparedData load(DataSettings settings, List<Long> seeds, Collection<@Nullable Integer> sizes) {
        Dataset dataset = settings.open();
        if (dataset.test().isEmpty()) {
            throw new DataException(settings.root() + ": no test images; the gap is measured on them");
        }
        Map<PartKey, List<Sample>> parts = new LinkedHashMap<>();
        for (long seed : seeds) {
            for (Integer size : sizes) {
                parts.put(new PartKey(seed, size), part(dataset, size, seed));
            }
        }
        Set<Sample> used = new LinkedHashSet<>();
        parts.values().forEach(used::addAll);
        used.addAll(dataset.validation());
        used.addAll(dataset.test());
        PreparedImages inMemory = PreparedImages.read(used, settings.preparation());
        parts.replaceAll((key, part) -> inMemory.of(part));
        List<Sample> validation = inMemory.of(dataset.validation());
        List<Sample> test = inMemory.of(dataset.test());
        Shape shape = shape(inMemory.shape());
        DataSummary summary = new DataSummary(
                dataset.classes().size(),
                dataset.train().size(),
                sizes.stream()
                        .map(size -> size == null ? dataset.train().size() : size)
                        .toList(),
                validation.size(),
                test.size(),
                shape.height() + "x" + shape.width() + "x" + shape.channels(),
                Digests.of(settings.root(), distinct(parts.values()), validation, test),
                Showcase.of(
                        dataset.classes(),
                        seeds.get(0),
                        parts.values().iterator().next()));
        return new PreparedData(
                parts, validation, test, shape, dataset.classes().size(), settings.normalisation(), summary);
    }

    /**
     * Clean training images, their normalisation and the splits to score: the same for all arms of {@code seed} that ask for as
     * many images.
     */
    SeedData of(long seed, @Nullable Integer size) {
        List<Sample> training = parts.getOrDefault(new PartKey(seed, size), List.of());
        List<Image> images =
                training.stream().map(sample -> sample.source().read()).toList();
        return new SeedData(seed, new TrainingImages(training, validation, test, normalisation.on(images)));
    }

    private static List<Sample> part(Dataset dataset, @Nullable Integer size, long seed) {
        return size == null
                ? dataset.train()
                : TrainPart.draw(dataset.train(), dataset.classes().size(), size, seed);
    }

    private static List<Sample> distinct(Collection<List<Sample>> parts) {
        return parts.stream().flatMap(List::stream).distinct().toList();
    }

    private static Shape shape(ImageShape shape) {
        return new Shape(shape.size().height(), shape.size().width(), shape.channels());
    }
}
