package io.augstream.lab.statistics;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/** Mean and standard deviation, exact where all values are equal: the mean of five 0.1 is 0.1, and their deviation 0. */
final class Moments {
    private Moments() {}

    static double mean(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one value");
        }
        return allEqual(values) ? values.get(0) : StatUtils.mean(array(values));
    }

    /** With n − 1 in the denominator. */
    static double deviation(List<Double> values) {
        return allEqual(values) ? 0 : Math.sqrt(StatUtils.variance(array(values)));
    }

    private static boolean allEqual(List<Double> values) {
        double first = values.get(0);
        return values.stream().allMatch(value -> value == first);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
