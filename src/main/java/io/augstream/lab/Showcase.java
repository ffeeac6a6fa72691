package io.augstream.lab;

import io.augstream.dataset.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a report shows of the data.
 *
 * @param classes their names; a label is an index into them
 * @param seed whose training images the specimens are
 * @param specimens of different classes, at most {@value #MOST}
 */
public record Showcase(List<String> classes, long seed, List<Specimen> specimens) {
    private static final int MOST = 3;

    public Showcase {
        classes = List.copyOf(classes);
        specimens = List.copyOf(specimens);
    }

    /** Nothing to show; the classes are called by their numbers. */
    static Showcase none(int classes) {
        return new Showcase(
                IntStream.range(0, classes).mapToObj(String::valueOf).toList(), 0, List.of());
    }

    /** @param training what {@code seed} trains on; the first images of different classes are taken */
    static Showcase of(List<String> classes, long seed, List<Sample> training) {
        List<Specimen> specimens = new ArrayList<>();
        Set<Integer> labels = new HashSet<>();
        for (Sample sample : training) {
            if (specimens.size() < MOST && labels.add(sample.label())) {
                specimens.add(new Specimen(
                        sample.id(), sample.label(), sample.source().read()));
            }
        }
        return new Showcase(classes, seed, specimens);
    }
}
