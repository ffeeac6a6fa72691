package io.augstream.lab;

import io.augstream.lab.statistics.RedrawnPool;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment was done on.
 *
 * @param pool training images that each seed draws from; the validation images are not among them
 * @param train on how many images arms train, with each seed: the distinct numbers, the smallest first; at least one
 * @param validation 0 where there are none
 * @param redrawn whether each seed draws its test images from the same images as those that it trains on; the pool is without them
 * @param image height x width x channels, as the network sees it
 * @param digests SHA-256 in hex, of the files and of each split as prepared, by name
 * @param showcase names and pictures
 */
public record DataSummary(
        int classes,
        int pool,
        List<Integer> train,
        int validation,
        int test,
        boolean redrawn,
        String image,
        Map<String, String> digests,
        Showcase showcase) {
    public DataSummary {
        train = train.stream().distinct().sorted().toList();
        digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    }

    /** Of data that has nothing to show, and arms that all train on as many images. */
    public DataSummary(
            int classes, int pool, int train, int validation, int test, String image, Map<String, String> digests) {
        this(classes, pool, List.of(train), validation, test, false, image, digests, Showcase.none(classes));
    }

    /** Whether each seed of an arm trains on another part of the pool. */
    public boolean drawsParts() {
        return train.get(0) < pool;
    }

    /** The parts of an arm that trains on so many images; absent where there is a test split. */
    Optional<RedrawnPool> parts(@Nullable Integer size) {
        return redrawn ? Optional.of(new RedrawnPool(size == null ? pool : size, test)) : Optional.empty();
    }

    /** Whether an arm trains on the whole pool with every seed. */
    public boolean takesAll() {
        return train.get(train.size() - 1) == pool;
    }
}
