package io.augstream.lab.statistics;

/**
 * Whether a difference was shown to be no larger than a margin, either way: two one-sided t tests at 5% each, which is to
 * say that the 90% interval of the difference lies inside ±margin (Schuirmann, "A comparison of the two one-sided tests
 * procedure and the power approach", Journal of Pharmacokinetics and Biopharmaceutics 15, 1987).
 *
 * <p>Each arm is tested at 5% by itself; there is no correction over arms.
 *
 * @param margin above 0, in the metric's unit
 * @param low the 90% interval's lower end
 * @param high its upper end
 */
public record Equivalence(double margin, double low, double high) {
    public static final double LEVEL = 0.9;

    public Equivalence {
        if (!(margin > 0) || !(low <= high)) {
            throw new IllegalArgumentException("not an interval and a margin: [" + low + ", " + high + "], " + margin);
        }
    }

    /** @param comparison of at least two pairs */
    public static Equivalence of(PairedComparison comparison, double margin) {
        int n = comparison.pairs();
        double halfWidth = StudentT.halfWidth(comparison.standardError(), n - 1, LEVEL);
        double mean = comparison.difference().mean();
        return new Equivalence(margin, mean - halfWidth, mean + halfWidth);
    }

    /** Whether the true difference was shown to lie within ±margin. */
    public boolean shown() {
        return -margin < low && high < margin;
    }
}
