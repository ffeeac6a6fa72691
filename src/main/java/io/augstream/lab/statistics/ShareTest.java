package io.augstream.lab.statistics;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** The exact test of a share of yes among independent runs: a t test knows nothing of answers that are all alike. */
public final class ShareTest {
    /** Numbers as unlikely as the one that was found are among those that count, though they are computed otherwise. */
    private static final double ROUNDING = 1e-7;

    private ShareTest() {}

    /**
     * How likely it is that as unlikely a number of yes, or a less likely one, comes of runs of which each is a yes with the probability
     * {@code share}.
     *
     * @param share outside [0, 1] it is taken for the nearer end
     */
    public static double p(int runs, int yes, double share) {
        BinomialDistribution number = new BinomialDistribution(null, runs, Math.max(0, Math.min(1, share)));
        double found = number.probability(yes);
        return Math.min(
                1,
                IntStream.rangeClosed(0, runs)
                        .mapToDouble(number::probability)
                        .filter(other -> other <= found * (1 + ROUNDING))
                        .sum());
    }
}
