package io.augstream.lab.statistics;

import java.util.OptionalInt;

/**
 * How many seeds an experiment needs to show an effect: with so many, the paired t test finds a true difference of that
 * size with 80% power. (Seeds to show that there is <em>no</em> such effect are another number, and not this one.)
 *
 * <p>The deviation of a few seeds is itself uncertain, so the plan takes the upper limit of its one-sided 80% interval
 * ({@link DeviationLimit}): four of five such plans have the power or more.
 */
public final class SeedsNeeded {
    /** As many as a pipeline file may ask for. */
    public static final int MOST = 10_000;

    private static final double CONFIDENCE = 0.8;

    private SeedsNeeded() {}

    /**
     * At least {@link Verdicts#LEAST_SEEDS}, below which there is no verdict.
     *
     * @param seen the comparison by the seeds so far
     * @param effect the true difference to be shown, above 0, in the metric's unit
     * @param alpha the test's level, in (0, 1)
     * @return absent where the differences do not vary, which says nothing of other seeds, and where more than
     *     {@link #MOST} are needed
     */
    public static OptionalInt of(PairedComparison seen, double effect, double alpha) {
        if (seen.deviation() == 0) {
            return OptionalInt.empty();
        }
        double deviations = effect / DeviationLimit.upper(seen.deviation(), seen.pairs(), CONFIDENCE);
        return fewest(deviations, seen.overlap(), alpha);
    }

    /** By halving: power grows with the number of pairs. */
    static OptionalInt fewest(double deviations, double overlap, double alpha) {
        if (!enough(deviations, overlap, MOST, alpha)) {
            return OptionalInt.empty();
        }
        int tooFew = Verdicts.LEAST_SEEDS - 1;
        int enough = MOST;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            if (enough(deviations, overlap, middle, alpha)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return OptionalInt.of(enough);
    }

    /** What seeds share stays, however many there are. */
    private static boolean enough(double deviations, double overlap, int pairs, double alpha) {
        return Power.of(deviations / Math.sqrt(1 + overlap * pairs), pairs, alpha) >= Verdicts.POWER;
    }
}
