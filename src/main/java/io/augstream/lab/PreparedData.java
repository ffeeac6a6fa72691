package io.augstream.lab;

import io.augstream.dataset.DataException;
import io.augstream.dataset.DataSettings;
import io.augstream.dataset.Dataset;
import io.augstream.dataset.ImageShape;
import io.augstream.dataset.NetworkInput;
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
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The images of an experiment, each read and prepared once and kept in memory for all runs.
 *
 * @param parts what each seed trains on, clean, by the number of images that an arm asks for
 * @param validation may be empty
 * @param test of each seed; the same of all where the set has a test split
 * @param shape of every image
 * @param input fits what networks see to clean training images
 */
record PreparedData(
        Map<PartKey, List<Sample>> parts,
        List<Sample> validation,
        Map<Long, List<Sample>> test,
        Shape shape,
        int classes,
        Function<List<Image>, NetworkInput> input,
        DataSummary summary) {
    /** @param size null for all of the training images */
    private record PartKey(long seed, @Nullable Integer size) {}

    /**
     * @param sizes the numbers of training images that arms ask for; null for all
     * @param redrawnTest the share of the training images that each seed is tested on; absent where the set has a test split
     * @throws DataException if the data set is wrong, an image cannot be read, or the images differ in size
     */
    static PreparedData load(
            DataSettings settings, List<Long> seeds, Collection<@Nullable Integer> sizes, OptionalDouble redrawnTest) {
        Dataset dataset = settings.open();
        TestParts tests = TestParts.of(dataset, settings.root(), redrawnTest);
        Map<PartKey, List<Sample>> parts = new LinkedHashMap<>();
        Map<Long, List<Sample>> test = new LinkedHashMap<>();
        for (long seed : seeds) {
            test.put(seed, tests.test(seed));
            for (Integer size : sizes) {
                parts.put(
                        new PartKey(seed, size),
                        part(tests.training(seed), dataset.classes().size(), size, seed));
            }
        }
        Set<Sample> used = new LinkedHashSet<>();
        parts.values().forEach(used::addAll);
        used.addAll(dataset.validation());
        test.values().forEach(used::addAll);
        PreparedImages inMemory = PreparedImages.read(used, settings.preparation());
        parts.replaceAll((key, part) -> inMemory.of(part));
        test.replaceAll((seed, part) -> inMemory.of(part));
        List<Sample> validation = inMemory.of(dataset.validation());
        Shape shape = shape(inMemory.shape());
        int pool = tests.training(seeds.get(0)).size();
        DataSummary summary = new DataSummary(
                dataset.classes().size(),
                pool,
                sizes.stream().map(size -> size == null ? pool : size).toList(),
                validation.size(),
                tests.size(),
                redrawnTest.isPresent(),
                shape.height() + "x" + shape.width() + "x" + shape.channels(),
                Digests.of(settings.root(), distinct(parts.values()), validation, distinct(test.values())),
                Showcase.of(
                        dataset.classes(),
                        seeds.get(0),
                        parts.values().iterator().next()));
        return new PreparedData(
                parts, validation, test, shape, dataset.classes().size(), settings::input, summary);
    }

    /**
     * Clean training images, what networks see of them, and the splits to score: the same for all arms of {@code seed} that ask for as
     * many images.
     */
    SeedData of(long seed, @Nullable Integer size) {
        List<Sample> training = parts.getOrDefault(new PartKey(seed, size), List.of());
        List<Image> images =
                training.stream().map(sample -> sample.source().read()).toList();
        return new SeedData(
                seed,
                new TrainingImages(training, validation, test.getOrDefault(seed, List.of()), input.apply(images)));
    }

    private static List<Sample> part(List<Sample> pool, int classes, @Nullable Integer size, long seed) {
        return size == null ? pool : TrainPart.draw(pool, classes, size, seed);
    }

    private static List<Sample> distinct(Collection<List<Sample>> parts) {
        return parts.stream().flatMap(List::stream).distinct().toList();
    }

    private static Shape shape(ImageShape shape) {
        return new Shape(shape.size().height(), shape.size().width(), shape.channels());
    }
}
