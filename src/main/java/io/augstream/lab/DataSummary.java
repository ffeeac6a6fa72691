package io.augstream.lab;

import java.util.Map;

/**
 * What an experiment was done on.
 *
 * @param pool training images that each seed draws from; the validation images are not among them
 * @param train images that each seed trains on
 * @param validation 0 where there are none
 * @param image height x width x channels, as the network sees it
 * @param digests SHA-256 in hex, of the files and of each split as prepared, by name
 * @param showcase names and pictures
 */
public record DataSummary(
        int classes,
        int pool,
        int train,
        int validation,
        int test,
        String image,
        Map<String, String> digests,
        Showcase showcase) {
    public DataSummary {
        digests = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(digests));
    }

    /** Of data that has nothing to show. */
    public DataSummary(
            int classes, int pool, int train, int validation, int test, String image, Map<String, String> digests) {
        this(classes, pool, train, validation, test, image, digests, Showcase.none(classes));
    }

    /** Whether each seed trains on another part of the pool. */
    public boolean drawsParts() {
        return train < pool;
    }
}
