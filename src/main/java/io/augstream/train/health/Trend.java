package io.augstream.train.health;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A log's figures smoothed over windows of steps: each the median of those that lie in the window which ends at an observation. */
final class Trend {
    /** However seldom somebody looks, a window has as many looks. */
    private static final int LEAST = 3;

    private final List<Observation> observations;

    Trend(List<Observation> observations) {
        this.observations = observations;
    }

    int size() {
        return observations.size();
    }

    Observation at(int i) {
        return observations.get(i);
    }

    long step(int i) {
        return observations.get(i).step();
    }

    /** The first observation of the window of so many steps that ends at observation {@code i}. */
    int begin(int i, int steps) {
        int first = i;
        while (first > 0 && (step(first - 1) > step(i) - steps || i - first + 1 < LEAST)) {
            first--;
        }
        return first;
    }

    /** Whether as many steps lie before observation {@code i}. */
    boolean reaches(int i, long steps) {
        return step(i) - step(0) >= steps;
    }

    /** Whether all observations from {@code first} to {@code last}, both counted, show it. */
    boolean always(int first, int last, Predicate<Observation> condition) {
        return observations.subList(first, last + 1).stream().allMatch(condition);
    }

    double median(int i, int steps, ToDoubleFunction<Observation> figure) {
        return between(begin(i, steps), i, figure);
    }

    /** Over the observations from {@code first} to {@code last}, both counted; NaN where there is no number. */
    double between(int first, int last, ToDoubleFunction<Observation> figure) {
        double[] sorted = observations.subList(first, last + 1).stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** Of the observations from {@code first} to {@code last}, both counted. */
    Moments moments(int first, int last, ToDoubleFunction<Observation> figure) {
        double[] values = observations.subList(first, last + 1).stream()
                .mapToDouble(figure)
                .toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Moments(mean, Math.sqrt(squares / Math.max(1, values.length - 1) / values.length));
    }

    /** The last observation at least so many steps before observation {@code i}; the first where there is none. */
    int before(int i, long steps) {
        int earlier = i;
        while (earlier > 0 && step(earlier) > step(i) - steps) {
            earlier--;
        }
        return earlier;
    }

    double most(ToDoubleFunction<Observation> figure) {
        return observations.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }
}
