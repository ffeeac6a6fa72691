package io.augstream.nn;

/**
 * Inverted dropout: in training each value becomes 0 with chance {@code rate}, and the others grow by 1 / (1 − rate); in
 * evaluation nothing happens.
 *
 * @param rate the share DROPPED, in [0, 1)
 */
public record Dropout(double rate) implements LayerSpec {
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must lie in [0, 1), got " + rate);
        }
    }

    @Override
    public String kind() {
        return "dropout";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }
}
