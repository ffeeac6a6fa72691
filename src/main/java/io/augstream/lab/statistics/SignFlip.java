package io.augstream.lab.statistics;

import java.util.List;
import java.util.Optional;

/**
 * The exact two-sided sign-flip test of a paired comparison (Fisher, "The Design of Experiments", 1935, section 21). Were
 * the arms alike, each difference would be as likely with the other sign: p is the share of all 2^n patterns of signs
 * whose sum lies as far from 0 as the one seen. It takes the differences to be symmetric where the t test takes them to
 * be normal.
 *
 * @param p in (0, 1]
 * @param least the smallest p that differences of these sizes could give, with all signs alike: 2/2^n, n without the
 *     differences that are 0, whose sign changes nothing. Five seeds give no less than 0.0625
 */
public record SignFlip(double p, double least) {
    /** 2^20 patterns take milliseconds. With more, p would tell hardly more than the t test's, and double with each pair. */
    public static final int MOST_PAIRS = 20;

    /** Of the sum of the sizes: far above the rounding of a sum of 20, far below an image more or less of a test split. */
    private static final double TIE = 1e-12;

    /**
     * @param differences one a pair, finite, as {@link PairedComparison} rounds them
     * @return absent for a single pair, of which there is nothing to tell, and for more than {@link #MOST_PAIRS}
     */
    public static Optional<SignFlip> of(List<Double> differences) {
        if (differences.size() < 2 || differences.size() > MOST_PAIRS) {
            return Optional.empty();
        }
        double[] sizes = differences.stream()
                .mapToDouble(Math::abs)
                .filter(size -> size > 0)
                .toArray();
        double sum = 0;
        double sizesSum = 0;
        for (double difference : differences) {
            sum += difference;
            sizesSum += Math.abs(difference);
        }
        double patterns = Math.scalb(1.0, sizes.length);
        // Equal sums come out a little apart when added up in another order: what is nearly as far counts as as far.
        double bound = Math.abs(sum) - TIE * sizesSum;
        return Optional.of(new SignFlip(asFar(sizes, 0, 0, bound) / patterns, Math.min(1, 2 / patterns)));
    }

    /** How many of the patterns of the sizes from {@code next} on bring {@code sum} to the bound or beyond. */
    private static int asFar(double[] sizes, int next, double sum, double bound) {
        if (next == sizes.length) {
            return Math.abs(sum) >= bound ? 1 : 0;
        }
        return asFar(sizes, next + 1, sum + sizes[next], bound) + asFar(sizes, next + 1, sum - sizes[next], bound);
    }
}
