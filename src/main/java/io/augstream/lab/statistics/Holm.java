package io.augstream.lab.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction ("A simple sequentially rejective multiple test procedure", Scandinavian Journal of
 * Statistics 6, 1979): with p adjusted over a family, claims at p ≤ 5% hold any false one in at most 5% of experiments.
 */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted p of each test: the k-th smallest of m is multiplied by m − k + 1, never falls below its
     * predecessor, and ends at 1.
     *
     * @param p each in [0, 1]; the result keeps their order
     */
    public static List<Double> adjust(List<Double> p) {
        List<Integer> ascending = IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparing(p::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(p);
        double largest = 0;
        int remaining = p.size();
        for (int index : ascending) {
            double value = p.get(index);
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("p must lie in [0, 1], got " + value);
            }
            largest = Math.max(largest, Math.min(1, value * remaining));
            adjusted.set(index, largest);
            remaining--;
        }
        return List.copyOf(adjusted);
    }
}
