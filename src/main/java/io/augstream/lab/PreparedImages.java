package io.augstream.lab;

import io.augstream.dataset.DataException;
import io.augstream.dataset.Preparation;
import io.augstream.dataset.Sample;
import io.augstream.image.Image;
import io.augstream.image.ImageFormatException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads samples in parallel, and fails on the first wrong one in their order, whichever was read first. */
final class PreparedImages {
    private PreparedImages() {}

    /** Each sample, and a sample of the same id and label whose source is the prepared image in memory. */
    static Map<Sample, Sample> read(Collection<Sample> samples, Preparation preparation) {
        List<Supplier<Image>> images = samples.parallelStream()
                .map(sample -> attempt(sample, preparation))
                .toList();
        Map<Sample, Sample> prepared = new LinkedHashMap<>();
        int index = 0;
        for (Sample sample : samples) {
            Image image = images.get(index++).get();
            prepared.put(sample, new Sample(sample.id(), sample.label(), () -> image));
        }
        return prepared;
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
