package io.augstream.image;

import java.util.Arrays;
import java.util.function.IntFunction;

/** What the pixels along one axis count for each pixel of the resized one: runs of neighbours, whose weights add up to 1. */
final class AxisWeights {
    /** The longest run. */
    final int taps;

    /** For each pixel of the result, the first of its run in the source. */
    final int[] first;

    /** How long its run is. */
    final int[] count;

    /** Those of pixel i from i · taps on, as many as its run is long. */
    final double[] weights;

    private final int from;
    private final ResizeFilter filter;
    private final boolean antialias;

    /** @param memory gives arrays of the length asked for or longer */
    AxisWeights(int from, int to, ResizeFilter filter, boolean antialias, IntFunction<double[]> memory) {
        this.from = from;
        // Along an axis that stays as long as it is, each pixel is its own, to the last bit.
        this.filter = from == to ? ResizeFilter.NEAREST : filter;
        this.antialias = antialias;
        double stretch = this.filter.stretch((double) from / to, antialias);
        double reach = this.filter.radius * stretch;
        taps = Math.min(from, (int) Math.ceil(2 * reach) + 1);
        first = new int[to];
        count = new int[to];
        weights = memory.apply(Math.multiplyExact(to, taps));
        double[] run = new double[taps];
        for (int i = 0; i < to; i++) {
            // One rounding, so that where two pixels are as near the right one is taken.
            double centre = (2.0 * i + 1) * from / (2.0 * to);
            weigh(i, centre, reach, stretch, run);
        }
    }

    private void weigh(int i, double centre, double reach, double stretch, double[] run) {
        int begin = (int) Math.floor(centre - reach);
        int end = (int) Math.ceil(centre + reach);
        first[i] = Math.max(0, begin);
        count[i] = Math.min(from, end) - first[i];
        Arrays.fill(run, 0);
        double sum = 0;
        for (int pixel = begin; pixel < end; pixel++) {
            int seen = Math.max(0, Math.min(from - 1, pixel));
            if (seen == pixel || !antialias) {
                double weight = filter.weight(pixel + 0.5 - centre, stretch, antialias);
                run[seen - first[i]] += weight;
                sum += weight;
            }
        }
        for (int tap = 0; tap < count[i]; tap++) {
            weights[i * taps + tap] = run[tap] / sum;
        }
    }
}
