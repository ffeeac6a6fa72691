package io.augstream.lab;

import java.math.BigDecimal;

/** What a {@link Claim} says of an arm's metric. */
public sealed interface Statement {
    /** Seed by seed it is less, or greater, than that of another arm. */
    record Against(String than, Direction direction) implements Statement {}

    /**
     * Seed by seed what the arm has above the arm {@code minus} is less, or greater, than what {@code than} has above {@code thanMinus}: of
     * effects, which is the larger.
     */
    record Effects(String minus, String than, String thanMinus, Direction direction) implements Statement {}

    /** Its mean over the seeds lies between two numbers, one of which may be infinite. */
    record Between(double low, double high) implements Statement {
        public Between {
            if (!(low < high) || Double.isInfinite(low) && Double.isInfinite(high)) {
                throw new IllegalArgumentException(
                        "between must be two numbers, the smaller first, got [" + low + ", " + high + "]");
            }
        }

        boolean holds(double mean) {
            return mean > low && mean < high;
        }

        /** The end that is harder to tell a mean from. */
        double nearestEnd(double mean) {
            return Math.abs(mean - low) <= Math.abs(mean - high) ? low : high;
        }

        /** As exactly as the file says it, shares in percent: {@code between 78.2 and 81.8%}, {@code above 0.9}. */
        public String words(boolean share) {
            return (Double.isInfinite(low)
                            ? "below " + written(high, share)
                            : Double.isInfinite(high)
                                    ? "above " + written(low, share)
                                    : "between " + written(low, share) + " and " + written(high, share))
                    + (share ? "%" : "");
        }

        private static String written(double value, boolean share) {
            BigDecimal exact = BigDecimal.valueOf(value);
            return (share ? exact.movePointRight(2) : exact)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /** How a metric differs from what it is held against. */
    enum Direction {
        LESS,
        GREATER
    }
}
