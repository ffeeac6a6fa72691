package io.augstream.run;

import io.augstream.dataset.DataException;
import io.augstream.dataset.DataSettings;
import io.augstream.dataset.Dataset;
import io.augstream.dataset.ImageShape;
import io.augstream.dataset.PreparedImages;
import io.augstream.dataset.Sample;
import io.augstream.dataset.Split;
import io.augstream.dataset.TrainPart;
import io.augstream.image.Image;
import io.augstream.nn.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * What one training needs of a data set, read and prepared once and kept in memory.
 *
 * @param classes the names; a label is an index into them
 * @param shape of every image
 */
public record TrainingData(List<String> classes, Shape shape, TrainingImages images) {
    public TrainingData {
        classes = List.copyOf(classes);
    }

    /** {@link #load(DataSettings, long, ObjIntConsumer)} that tells nobody. */
    public static TrainingData load(DataSettings settings, long seed) {
        return load(settings, seed, (shape, training) -> {});
    }

    /**
     * Reads all splits.
     *
     * @param seed draws the part of the training images, where {@code data.train_size} asks for one
     * @param read told the shape and the number of the training images once all images are in memory, before normalisation and whitening
     *     are fitted to them: the latter may take minutes
     * @throws DataException if the data set is wrong, an image cannot be read, or the images differ in size
     */
    static TrainingData load(DataSettings settings, long seed, ObjIntConsumer<Shape> read) {
        Dataset dataset = settings.open();
        Integer size = settings.trainSize();
        List<Sample> part = size == null
                ? dataset.train()
                : TrainPart.draw(dataset.train(), dataset.classes().size(), size, seed);
        List<Sample> used = new ArrayList<>(part);
        used.addAll(dataset.validation());
        used.addAll(dataset.test());
        PreparedImages inMemory = PreparedImages.read(used, settings.preparation());
        List<Sample> training = inMemory.of(part);
        read.accept(shape(inMemory.shape()), training.size());
        List<Image> images =
                training.stream().map(sample -> sample.source().read()).toList();
        return new TrainingData(
                dataset.classes(),
                shape(inMemory.shape()),
                new TrainingImages(
                        training,
                        inMemory.of(dataset.validation()),
                        inMemory.of(dataset.test()),
                        settings.input(images)));
    }

    /**
     * Reads one split to score it.
     *
     * @param seed as in {@link #load}
     * @throws DataException as {@link #load}, and if the split is empty
     */
    static List<Sample> split(DataSettings settings, List<String> classes, Split split, long seed) {
        Dataset dataset = settings.open();
        if (!dataset.classes().equals(classes)) {
            throw new DataException(settings.root() + ": its classes are " + dataset.classes()
                    + ", and the weights were trained on " + classes);
        }
        List<Sample> samples = dataset.samples(split);
        Integer size = settings.trainSize();
        if (split == Split.TRAIN && size != null) {
            samples = TrainPart.draw(samples, classes.size(), size, seed);
        }
        if (samples.isEmpty()) {
            throw new DataException(settings.root() + ": no " + split.id() + " images"
                    + (split == Split.VALIDATION
                            ? "; data.validation above 0 takes some from the training images"
                            : ""));
        }
        return PreparedImages.read(samples, settings.preparation()).of(samples);
    }

    private static Shape shape(ImageShape shape) {
        return new Shape(shape.size().height(), shape.size().width(), shape.channels());
    }
}
