package io.augstream.augment;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which stages of a list apply to an image, and in which order.
 *
 * <p>Each stage draws a lot, and the lots are compared: so one more stage in the list takes the place of others or takes
 * none, and never changes which of the others comes first.
 */
@CheckReturnValue
public sealed interface Selection {
    /**
     * Indices of the stages that apply, in their order.
     *
     * @param lots one a stage, uniform in [0, 1)
     * @param random for what is drawn besides
     */
    List<Integer> choose(double[] lots, RandomGenerator random);

    /** @throws IllegalArgumentException if it does not fit a list of {@code stages}; the message begins with the setting */
    default void requireFor(int stages) {}

    /** Whether a stage can ever be chosen. */
    default boolean mayChoose(int stage) {
        return true;
    }

    /** All, in the listed order. */
    record All() implements Selection {
        @Override
        public List<Integer> choose(double[] lots, RandomGenerator random) {
            return IntStream.range(0, lots.length).boxed().toList();
        }
    }

    /** All, in an order drawn anew for each image; each order is as likely. */
    record AnyOrder() implements Selection {
        @Override
        public List<Integer> choose(double[] lots, RandomGenerator random) {
            return byLot(lots).toList();
        }
    }

    /**
     * Exactly one, stage i with chance wᵢ / Σw.
     *
     * @param weights one a stage, 0 or more and not all 0
     */
    record One(List<Double> weights) implements Selection {
        public One {
            weights = List.copyOf(weights);
            for (double weight : weights) {
                if (!(weight >= 0)) {
                    throw new IllegalArgumentException("weights must be 0 or more, got " + weight);
                }
                if (Double.isInfinite(weight)) {
                    throw new IllegalArgumentException("weights must be finite, got " + weight);
                }
            }
            if (!weights.isEmpty() && weights.stream().allMatch(weight -> weight == 0)) {
                throw new IllegalArgumentException("weights must not all be 0");
            }
        }

        @Override
        public void requireFor(int stages) {
            if (weights.size() != stages) {
                throw new IllegalArgumentException(
                        "weights must be as many as stages, got " + weights.size() + " for " + stages);
            }
        }

        @Override
        public boolean mayChoose(int stage) {
            return weights.get(stage) > 0;
        }

        /**
         * The first of exponential waiting times of rates w is that of stage i with chance wᵢ / Σw. Rates are taken relative to the
         * highest: its times are finite then, however low it is, and those of weight 0 alone are surely not.
         */
        @Override
        public List<Integer> choose(double[] lots, RandomGenerator random) {
            double highest = Collections.max(weights);
            double[] times = new double[lots.length];
            for (int i = 0; i < lots.length; i++) {
                double rate = weights.get(i) / highest;
                times[i] = rate == 0 ? Double.POSITIVE_INFINITY : -StrictMath.log1p(-lots[i]) / rate;
            }
            return byLot(times).limit(1).toList();
        }
    }

    /**
     * Some, drawn without replacement, in the listed order. How many is drawn first, each number as likely; then each set of
     * so many is.
     *
     * @param lowest count, at least 0
     * @param highest count, included
     */
    record Some(int lowest, int highest) implements Selection {
        public Some {
            if (lowest > highest) {
                throw new IllegalArgumentException(
                        "count goes from its lower to its upper end, got [" + lowest + ", " + highest + "]");
            }
            if (lowest < 0) {
                throw new IllegalArgumentException("count must be 0 or more, got " + lowest);
            }
        }

        @Override
        public void requireFor(int stages) {
            if (highest > stages) {
                throw new IllegalArgumentException(
                        "count must be at most the number of stages, " + stages + ", got " + highest);
            }
        }

        @Override
        public boolean mayChoose(int stage) {
            return highest > 0;
        }

        @Override
        public List<Integer> choose(double[] lots, RandomGenerator random) {
            int count = lowest + (int) (random.nextDouble() * (highest - lowest + 1));
            return byLot(lots).limit(count).sorted().toList();
        }
    }

    /** Indices, the one of the smallest lot first. */
    private static Stream<Integer> byLot(double[] lots) {
        return IntStream.range(0, lots.length).boxed().sorted(Comparator.comparingDouble(i -> lots[i]));
    }
}
