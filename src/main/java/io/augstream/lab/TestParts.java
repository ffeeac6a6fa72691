package io.augstream.lab;

import io.augstream.dataset.DataException;
import io.augstream.dataset.Dataset;
import io.augstream.dataset.Sample;
import io.augstream.dataset.TrainPart;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What each seed is tested on, and what is left to train on: the set's own splits, or for a set without a test split a part of the training
 * images that each seed draws anew.
 *
 * @param size test images of a seed
 */
record TestParts(Dataset dataset, int size, boolean redrawn) {
    /** Apart from the draw of the images that a seed trains on. */
    private static final long DRAW = 0x7465737470617274L;

    /** @throws DataException if there is no test split and none is to be drawn, or both, or the share is of no image or all */
    static TestParts of(Dataset dataset, Path root, OptionalDouble share) {
        boolean split = !dataset.test().isEmpty();
        if (share.isEmpty()) {
            if (!split) {
                throw new DataException(
                        root + ": no test images; the gap is measured on them. measure.redrawn_test: 0.2"
                                + " would test each seed on a fifth of the training images");
            }
            return new TestParts(dataset, dataset.test().size(), false);
        }
        if (split) {
            throw new DataException(root + ": has a test split of "
                    + dataset.test().size() + " images; measure.redrawn_test is for sets without one");
        }
        int pool = dataset.train().size();
        int size = (int) Math.rint(share.getAsDouble() * pool);
        if (size < dataset.classes().size() || size >= pool) {
            throw new DataException(root + ": measure.redrawn_test " + share.getAsDouble() + " of " + pool
                    + " images are " + size + "; it must leave one or more of each class to test, and some to train");
        }
        return new TestParts(dataset, size, true);
    }

    List<Sample> test(long seed) {
        return redrawn ? TrainPart.draw(dataset.train(), dataset.classes().size(), size, seed ^ DRAW) : dataset.test();
    }

    List<Sample> training(long seed) {
        if (!redrawn) {
            return dataset.train();
        }
        Set<Sample> tested = new HashSet<>(test(seed));
        return dataset.train().stream()
                .filter(sample -> !tested.contains(sample))
                .toList();
    }
}
