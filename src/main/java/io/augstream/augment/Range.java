package io.augstream.augment;

import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;

/**
 * An interval [low, high] to draw from uniformly; a single number is the interval [v, v]. How far its ends may lie, and that they are
 * finite, is for the operation to say that takes the numbers: it knows its limits.
 */
public record Range(double low, double high) {
    public Range {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            throw new IllegalArgumentException("a range must be of numbers, got [" + low + ", " + high + "]");
        }
        if (low > high) {
            throw new IllegalArgumentException(
                    "a range goes from its lower to its upper end, got [" + low + ", " + high + "]");
        }
    }

    public static Range of(double value) {
        return new Range(value, value);
    }

    /**
     * Tries both ends on the operation that takes them, so that its limits stand in one place.
     *
     * @throws IllegalArgumentException as {@code operation} throws it
     */
    void check(DoubleConsumer operation) {
        operation.accept(low);
        operation.accept(high);
    }

    /** Draws once, also where low equals high, so that what follows in the stream does not depend on the width. */
    public double draw(RandomGenerator random) {
        double share = random.nextDouble();
        return low + share * (high - low);
    }
}
