package io.augstream.nn;

import java.util.Locale;

/** Activations without a kink, each to about the precision of a float: {@link SmoothFormulas}. */
public enum SmoothActivation implements Activation {
    /** σ(x) = 1 / (1 + e⁻ˣ). */
    SIGMOID,
    /** The hyperbolic tangent. */
    TANH,
    /**
     * x · Φ(x), where Φ is the distribution function of the standard normal distribution (Hendrycks and Gimpel, 2016):
     * the exact form, not the one with a tangent.
     */
    GELU,
    /** x · σ(x), known as swish too. */
    SILU;

    @Override
    public String kind() {
        return name().toLowerCase(Locale.ROOT);
    }
}
