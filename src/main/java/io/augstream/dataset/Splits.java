package io.augstream.dataset;

import io.augstream.random.RandomKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Making a validation split where a data set brings none. */
public final class Splits {
    private static final RandomKey KEY = RandomKey.of(0).with("validation");

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
        Lot.byLabel(dataset.train()).values().forEach(members -> {
            long wanted = Math.max(1, Math.round(share * members.size()));
            Lot.draw(members, Math.min(wanted, members.size() - 1), KEY).forEach(sample -> moved.add(sample.id()));
        });
        List<Sample> train = new ArrayList<>();
        List<Sample> validation = new ArrayList<>();
        dataset.train().forEach(sample -> (moved.contains(sample.id()) ? validation : train).add(sample));
        return new Dataset(dataset.classes(), train, validation, dataset.test());
    }
}
