package io.augstream.dataset;

import io.augstream.random.RandomKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Making a validation split where a data set brings none. */
public final class Splits {
    private Splits() {}

    /**
     * The data set with {@code share} of each class's training images moved to validation, by a hash of their ids: no
     * seed, clock or order takes part, so that every run of every machine validates on the same images. A class of n images
     * gives round(share · n), at least one and never its last. Orders stay.
     *
     * @param share in [0, 1); 0 moves nothing
     * @return the data set itself where it has a validation split already
     */
    public static Dataset withValidation(Dataset dataset, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share must lie in [0, 1), got " + share);
        }
        if (share == 0 || !dataset.validation().isEmpty()) {
            return dataset;
        }
        Set<String> moved = new HashSet<>();
        byLabel(dataset.train()).values().forEach(members -> {
            long wanted = Math.max(1, Math.round(share * members.size()));
            members.stream()
                    .sorted(Comparator.comparing(Splits::hash, Long::compareUnsigned)
                            .thenComparing(Sample::id))
                    .limit(Math.min(wanted, members.size() - 1))
                    .forEach(sample -> moved.add(sample.id()));
        });
        List<Sample> train = new ArrayList<>();
        List<Sample> validation = new ArrayList<>();
        dataset.train().forEach(sample -> (moved.contains(sample.id()) ? validation : train).add(sample));
        return new Dataset(dataset.classes(), train, validation, dataset.test());
    }

    /** In the order of the labels. */
    static Map<Integer, List<Sample>> byLabel(List<Sample> samples) {
        return samples.stream().collect(Collectors.groupingBy(Sample::label, TreeMap::new, Collectors.toList()));
    }

    private static long hash(Sample sample) {
        return RandomKey.of(0).with("validation").with(sample.id()).value();
    }
}
