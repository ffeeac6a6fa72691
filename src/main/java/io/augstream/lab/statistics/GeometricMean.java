package io.augstream.lab.statistics;

import java.util.List;
import java.util.Optional;

/**
 * The geometric mean of a ratio over seeds, with the 95% t interval of the mean logarithm turned back. Ratios are averaged by
 * their logarithms so that twice and half have 1 in their middle.
 *
 * <p>Where a seed's ratio is but a bound, so is the mean, and there is no interval: its spread is not known. Where bounds of
 * both kinds are among them, nothing is known of the mean.
 *
 * @param seeds a ratio each, at least one
 */
public record GeometricMean(List<Bounded> seeds) {
    public GeometricMean {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one value");
        }
    }

    /** Absent where nothing is known of it. */
    public Optional<Bounded> mean() {
        boolean least = count(Bound.AT_LEAST) > 0;
        boolean most = count(Bound.AT_MOST) > 0;
        if (least && most) {
            return Optional.empty();
        }
        Bound bound = least ? Bound.AT_LEAST : most ? Bound.AT_MOST : Bound.EXACT;
        return Optional.of(new Bounded(StrictMath.exp(logarithm().mean()), bound));
    }

    /** Its 95% interval; absent for a single seed, and where a seed's ratio is a bound. */
    public Optional<Interval> interval() {
        Estimate logarithm = logarithm();
        return count(Bound.EXACT) < seeds.size() || logarithm.halfWidth().isEmpty()
                ? Optional.empty()
                : Optional.of(new Interval(
                        StrictMath.exp(logarithm.low().getAsDouble()),
                        StrictMath.exp(logarithm.high().getAsDouble())));
    }

    /** Of how many seeds the ratio is of that kind. */
    public int count(Bound bound) {
        return (int) seeds.stream().filter(seed -> seed.bound() == bound).count();
    }

    private Estimate logarithm() {
        return Estimate.of(
                seeds.stream().map(seed -> StrictMath.log(seed.value())).toList());
    }
}
