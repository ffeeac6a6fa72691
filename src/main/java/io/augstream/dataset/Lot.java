package io.augstream.dataset;

import io.augstream.random.RandomKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sample and its place in a draw; a pure function of the draw's key and the sample's id. */
record Lot(long number, Sample sample) {
    /** The {@code count} samples with the smallest numbers. */
    static Stream<Sample> draw(List<Sample> samples, long count, RandomKey key) {
        return samples.stream()
                .map(sample -> new Lot(key.with(sample.id()).value(), sample))
                .sorted(Comparator.comparingLong(Lot::number)
                        .thenComparing(lot -> lot.sample().id()))
                .limit(count)
                .map(Lot::sample);
    }

    /** Samples by class, in the order of the labels. */
    static Map<Integer, List<Sample>> byLabel(List<Sample> samples) {
        return samples.stream().collect(Collectors.groupingBy(Sample::label, TreeMap::new, Collectors.toList()));
    }
}
