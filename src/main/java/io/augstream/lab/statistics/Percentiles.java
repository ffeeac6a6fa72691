package io.augstream.lab.statistics;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Three percentiles of some numbers, between two of which they lie in a straight line (Hyndman and Fan's type 7); NaN of none, and where
 * one is no finite number.
 *
 * @param low the 15th
 * @param median the 50th
 * @param high the 85th
 */
public record Percentiles(double low, double median, double high) {
    public static Percentiles of(List<Double> values) {
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            return new Percentiles(Double.NaN, Double.NaN, Double.NaN);
        }
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        percentile.setData(values.stream().mapToDouble(Double::doubleValue).toArray());
        return new Percentiles(percentile.evaluate(15), percentile.evaluate(50), percentile.evaluate(85));
    }

    /** From the lowest to the highest. */
    public double width() {
        return high - low;
    }
}
