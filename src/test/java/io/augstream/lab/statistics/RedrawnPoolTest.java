package io.augstream.lab.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.augstream.random.CounterRandom;
import io.augstream.random.RandomKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class RedrawnPoolTest {
    private static final int POOLS = 2000;
    private static final int SEEDS = 8;
    private static final int TRAIN = 80;
    private static final int TEST = 40;

    /**
     * Two learners that are equally good: each knows one of two features that tell the classes apart equally well, and
     * goes by the nearer class mean. On one pool one of them is luckier, and its luck is in every redrawn test part. An
     * independent program (NumPy, other draws) found 30.5% and 4.9%.
     */
    @Test
    void redrawnSplitsFoolThePlainTestAndNotTheCorrectedOne() {
        int plain = 0;
        int corrected = 0;
        RedrawnPool pool = new RedrawnPool(TRAIN, TEST);
        for (int i = 0; i < POOLS; i++) {
            TwoLearners learners = new TwoLearners(RandomKey.of(20_03).with(i).random());
            List<Double> first = new ArrayList<>();
            List<Double> second = new ArrayList<>();
            for (int seed = 0; seed < SEEDS; seed++) {
                learners.split();
                first.add(learners.accuracy(0));
                second.add(learners.accuracy(1));
            }
            plain += found(PairedComparison.of(first, second));
            corrected += found(pool.compare(first, second));
        }
        assertTrue(plain > 0.2 * POOLS, plain + " of " + POOLS + " uncorrected");
        // The upper end of the 99.9% binomial band of 5%.
        assertTrue(corrected <= 0.067 * POOLS, corrected + " of " + POOLS + " corrected");
    }

    /** Deviation 1, mean 2, n = 3, test/train = 1/2: variance factor 1/3 + 1/2 = 5/6; t on 2 degrees has p = 1 − t/√(2 + t²). */
    @Test
    void theVarianceFactorIsAsInThePaper() {
        PairedComparison comparison = new RedrawnPool(20, 10).compare(List.of(1.0, 2.0, 3.0), List.of(0.0, 0.0, 0.0));

        double t = 2 / Math.sqrt(5 / 6.0);
        assertEquals(1 - t / Math.sqrt(2 + t * t), comparison.p().orElseThrow(), 1e-12);
        // t at 95% on 2 degrees is 4.302653.
        assertEquals(
                4.302653 * Math.sqrt(5 / 6.0),
                comparison.difference().halfWidth().orElseThrow(),
                1e-6);
        assertEquals(1, comparison.deviation(), 1e-12);
    }

    /** The 90% interval has t = 2.919986 on 2 degrees, and the same standard error. */
    @Test
    void equivalenceAndMeansAreCorrectedToo() {
        RedrawnPool pool = new RedrawnPool(20, 10);
        PairedComparison comparison = pool.compare(List.of(1.0, 2.0, 3.0), List.of(0.0, 0.0, 0.0));

        double halfWidth = 2.919986 * Math.sqrt(5 / 6.0);
        assertEquals(2 - halfWidth, Equivalence.of(comparison, 1).low(), 1e-6);
        assertEquals(2 + halfWidth, Equivalence.of(comparison, 1).high(), 1e-6);
        assertEquals(
                comparison.difference(),
                pool.estimate(List.of(1.0, 2.0, 3.0)),
                "of values as of their differences from 0");
    }

    @Test
    void noDifferenceStaysCertainAndNeverNaN() {
        List<Double> values = List.of(0.7, 0.8, 0.75);

        assertEquals(
                OptionalDouble.of(1),
                new RedrawnPool(2, 1).compare(values, values).p());
    }

    @Test
    void emptyPartsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RedrawnPool(0, 10).train());
        assertThrows(IllegalArgumentException.class, () -> new RedrawnPool(10, 0).test());
    }

    private static int found(PairedComparison comparison) {
        return comparison.p().orElseThrow() <= 0.05 ? 1 : 0;
    }

    /** A pool of two classes by turns, and one split of it at a time. */
    private static final class TwoLearners {
        private final CounterRandom random;
        private final double[][] features = new double[2][TRAIN + TEST];
        private final int[] order = new int[TRAIN + TEST];

        TwoLearners(CounterRandom random) {
            this.random = random;
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
                for (double[] feature : features) {
                    feature[i] = (second(i) ? 0.7 : -0.7) + random.nextGaussian();
                }
            }
        }

        /** Shuffles: the first are trained on, the others tested. */
        void split() {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
        }

        double accuracy(int learner) {
            double[] feature = features[learner];
            double first = mean(feature, false);
            double second = mean(feature, true);
            int right = 0;
            for (int i = TRAIN; i < order.length; i++) {
                double value = feature[order[i]];
                boolean nearerSecond = Math.abs(value - second) < Math.abs(value - first);
                right += nearerSecond == second(order[i]) ? 1 : 0;
            }
            return (double) right / TEST;
        }

        private double mean(double[] feature, boolean ofSecond) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < TRAIN; i++) {
                if (second(order[i]) == ofSecond) {
                    sum += feature[order[i]];
                    count++;
                }
            }
            return sum / count;
        }

        private static boolean second(int example) {
            return example % 2 == 1;
        }
    }
}
