package io.augstream.nn;

/**
 * x where it is positive, {@code slope} · x elsewhere (Maas and others, 2013).
 *
 * @param slope on the negative side, in [0, 1); usually 0.01
 */
public record LeakyRelu(double slope) implements Activation {
    public LeakyRelu {
        if (!(slope >= 0 && slope < 1)) {
            throw new IllegalArgumentException("slope must lie in [0, 1), got " + slope);
        }
    }

    @Override
    public String kind() {
        return "leaky_relu";
    }
}
