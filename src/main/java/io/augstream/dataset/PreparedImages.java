package io.augstream.dataset;

import io.augstream.image.Image;
import io.augstream.image.ImageFormatException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The images of some samples, each read and prepared once and kept in memory, all of one shape. */
public final class PreparedImages {
    private final Map<Sample, Sample> prepared;
    private final ImageShape shape;

    private PreparedImages(Map<Sample, Sample> prepared, ImageShape shape) {
        this.prepared = prepared;
        this.shape = shape;
    }

    /**
     * Reads in parallel, and fails on the first wrong sample in their order, whichever was read first.
     *
     * @param samples at least one
     * @throws DataException if an image cannot be read, or they differ in size or channels
     */
    public static PreparedImages read(Collection<Sample> samples, Preparation preparation) {
        List<Supplier<Image>> images = samples.parallelStream()
                .map(sample -> attempt(sample, preparation))
                .toList();
        ImageShape shape = ImageShape.of(images.get(0).get());
        Map<Sample, Sample> prepared = new LinkedHashMap<>();
        int index = 0;
        for (Sample sample : samples) {
            Image image = images.get(index++).get();
            shape.require(sample.id(), image);
            prepared.put(sample, new Sample(sample.id(), sample.label(), () -> image));
        }
        return new PreparedImages(prepared, shape);
    }

    public ImageShape shape() {
        return shape;
    }

    /**
     * Samples of the same ids and labels, whose sources are the prepared images.
     *
     * @throws IllegalArgumentException if one was not read
     */
    public List<Sample> of(List<Sample> samples) {
        return samples.stream().map(this::of).toList();
    }

    private Sample of(Sample sample) {
        Sample found = prepared.get(sample);
        if (found == null) {
            throw new IllegalArgumentException(sample.id() + " was not read");
        }
        return found;
    }

    private static Supplier<Image> attempt(Sample sample, Preparation preparation) {
        try {
            Image image = preparation.read(sample);
            return () -> image;
        } catch (DataException | ImageFormatException e) {
            return () -> {
                throw e;
            };
        }
    }
}
