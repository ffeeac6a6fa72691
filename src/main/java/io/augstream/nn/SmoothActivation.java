package io.augstream.nn;

import java.util.Locale;

/**
 * Activations without a kink. In double, with exactly defined functions alone ({@link StrictMath}; {@code Math.tanh}
 * differs between Java 17 and 25), so the same bits everywhere.
 */
public enum SmoothActivation implements Activation {
    /** σ(x) = 1 / (1 + e⁻ˣ). */
    SIGMOID {
        @Override
        double value(double x) {
            return logistic(x);
        }

        @Override
        double derivative(double x) {
            double s = logistic(x);
            return s * (1 - s);
        }
    },
    /** The hyperbolic tangent. */
    TANH {
        @Override
        double value(double x) {
            return StrictMath.tanh(x);
        }

        @Override
        double derivative(double x) {
            double t = StrictMath.tanh(x);
            return 1 - t * t;
        }
    },
    /**
     * x · Φ(x), where Φ is the distribution function of the standard normal distribution (Hendrycks and Gimpel, 2016):
     * the exact form, not the one with a tangent.
     */
    GELU {
        @Override
        double value(double x) {
            return x * NormalDistribution.below(x);
        }

        @Override
        double derivative(double x) {
            return NormalDistribution.below(x) + x * NormalDistribution.density(x);
        }
    },
    /** x · σ(x), known as swish too. */
    SILU {
        @Override
        double value(double x) {
            return x * logistic(x);
        }

        @Override
        double derivative(double x) {
            double s = logistic(x);
            return s * (1 + x * (1 - s));
        }
    };

    @Override
    public String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract double value(double x);

    abstract double derivative(double x);

    /** At large negative x the exponential is infinite, and the quotient the 0 that it should be. */
    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
