package io.augstream.lab.statistics;

/**
 * A positive number, or a bound of one that could not be measured.
 *
 * @param value above 0 and finite
 */
public record Bounded(double value, Bound bound) {
    public Bounded {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not a positive number: " + value);
        }
    }

    /** In units of {@code unit}, above 0. */
    public Bounded over(double unit) {
        return new Bounded(value / unit, bound);
    }
}
