package io.augstream.random;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.AbstractRandomGenerator;

/** Numbers of the beta distribution, by Cheng's algorithms BB and BC (Communications of the ACM 21, 1978). */
public final class Beta {
    private Beta() {}

    /**
     * A number of Beta({@code shape}, {@code shape}) in [0, 1]: near 0 or 1 where the shape is small, uniform at 1, near ½
     * where it is large.
     *
     * @param random what it is drawn with, several numbers of it
     * @param shape above 0
     */
    public static double symmetric(CounterRandom random, double shape) {
        return new BetaDistribution(new Uniform(random), shape, shape).sample();
    }

    private static final class Uniform extends AbstractRandomGenerator {
        private final CounterRandom random;

        Uniform(CounterRandom random) {
            this.random = random;
        }

        @Override
        public double nextDouble() {
            return random.nextDouble();
        }

        @Override
        public void setSeed(long seed) {
            throw new UnsupportedOperationException("the key is the seed");
        }
    }
}
