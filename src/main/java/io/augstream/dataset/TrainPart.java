package io.augstream.dataset;

import io.augstream.random.RandomKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The part of the training images that one seed trains on. */
public final class TrainPart {
    private TrainPart() {}

    /**
     * Draws {@code size} of the samples, keeping the classes' shares: a class's count is its exact share rounded up or
     * down, by largest remainders, ties falling by the seed. A class too rare for one image by its share still gets one,
     * at the cost of the class that then has most; so every class that has samples is in the part. Which images of a
     * class are taken depends on the seed and their ids alone. They come in their original order; {@code size} equal to the pool gives the pool.
     *
     * @param classes how many classes there are
     * @throws DataException if there are fewer than {@code size} samples, or {@code size} is less than the number of
     *     classes that have samples, so that not every class could have one
     */
    public static List<Sample> draw(List<Sample> train, int classes, int size, long seed) {
        if (size > train.size()) {
            throw new DataException("data.train_size is " + size + ", but there are only " + train.size()
                    + " training images, data.validation's share taken out; it must be at most that");
        }
        Map<Integer, List<Sample>> byLabel = Lot.byLabel(train);
        if (size < byLabel.size()) {
            throw new DataException(
                    "data.train_size " + size + " is less than one image for each of " + byLabel.size() + " classes");
        }
        if (size == train.size()) {
            return train;
        }
        RandomKey key = RandomKey.of(seed).with("train_size");
        int[] pool = new int[classes];
        byLabel.forEach((label, members) -> pool[label] = members.size());
        int[] counts = shares(pool, size, key);
        Set<String> drawn = new HashSet<>();
        byLabel.forEach(
                (label, members) -> Lot.draw(members, counts[label], key).forEach(sample -> drawn.add(sample.id())));
        return train.stream().filter(sample -> drawn.contains(sample.id())).toList();
    }

    /** {@code size} shared out in proportion to {@code pool}, by largest remainders in whole-number arithmetic. */
    private static int[] shares(int[] pool, int size, RandomKey key) {
        long total = Arrays.stream(pool).asLongStream().sum();
        int[] counts = new int[pool.length];
        Integer[] byRemainder = new Integer[pool.length];
        for (int label = 0; label < pool.length; label++) {
            counts[label] = (int) ((long) size * pool[label] / total);
            byRemainder[label] = label;
        }
        Arrays.sort(
                byRemainder,
                Comparator.<Integer>comparingLong(label -> -((long) size * pool[label] % total))
                        .thenComparingLong(label -> key.with(label).value()));
        int left = size - Arrays.stream(counts).sum();
        for (int i = 0; i < left; i++) {
            counts[byRemainder[i]]++;
        }
        spareOneForEach(counts, pool, key);
        return counts;
    }

    /** There are no fewer images than classes, so while one class has none another has two. */
    private static void spareOneForEach(int[] counts, int[] pool, RandomKey key) {
        Comparator<Integer> bySize = Comparator.<Integer>comparingInt(label -> counts[label])
                .thenComparingLong(label -> key.with(label).value());
        for (int label = 0; label < pool.length; label++) {
            if (pool[label] > 0 && counts[label] == 0) {
                int largest =
                        IntStream.range(0, counts.length).boxed().max(bySize).orElseThrow();
                counts[largest]--;
                counts[label]++;
            }
        }
    }
}
