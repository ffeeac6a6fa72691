package io.augstream.lab;

import java.math.BigDecimal;

/** What a {@link Claim} says of an arm's metric. */
public sealed interface Statement {
    /** Seed by seed it is less, or greater, than that of another arm. */
    record Against(String than, Direction direction) implements Statement {}

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

        /** As exactly as the file says it, shares in percent: {@code between 78.2 and 81.8}, {@code above 0.9}. */
        public String words(boolean share) {
            if (Double.isInfinite(low)) {
                return "below " + written(high, share);
            }
            return Double.isInfinite(high)
                    ? "above " + written(low, share)
                    : "between " + written(low, share) + " and " + written(high, share);
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
