package io.augstream.lab;

/**
 * Means and variances of some features, by Welford's recurrence: rows may come in parts, and a feature that is always the same has a
 * variance of 0 exactly.
 */
final class FeatureMoments {
    private final double[] means;
    private final double[] squares;
    private long rows;

    FeatureMoments(int features) {
        means = new double[features];
        squares = new double[features];
    }

    /** @param x {@code count} rows one after the other, of one number a feature; may be longer */
    void add(float[] x, int count) {
        int features = means.length;
        for (int row = 0; row < count; row++) {
            rows++;
            double share = 1.0 / rows;
            for (int i = 0; i < features; i++) {
                double off = x[row * features + i] - means[i];
                means[i] += off * share;
                squares[i] += off * (x[row * features + i] - means[i]);
            }
        }
    }

    double mean(int feature) {
        return means[feature];
    }

    /** Over all rows, biased. */
    double variance(int feature) {
        return squares[feature] / rows;
    }

    /**
     * How far these moved from those of {@code before}, of the same features: √(Σ (Δμ² + Δσ²) / Σ ½ (σ² + σ²before)). Each feature
     * counts as 2-Wasserstein's distance between normal distributions has it, beside the spread of all of them; 0 where none varies.
     */
    double distanceFrom(FeatureMoments before) {
        double moved = 0;
        double spread = 0;
        for (int i = 0; i < means.length; i++) {
            double mean = mean(i) - before.mean(i);
            double deviation = Math.sqrt(variance(i)) - Math.sqrt(before.variance(i));
            moved += mean * mean + deviation * deviation;
            spread += (variance(i) + before.variance(i)) / 2;
        }
        return spread == 0 ? 0 : Math.sqrt(moved / spread);
    }
}
