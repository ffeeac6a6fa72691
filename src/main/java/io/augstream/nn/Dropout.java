package io.augstream.nn;

/**
 * Inverted dropout: in training each value becomes 0 with chance {@code rate}, and the others grow by 1 / (1 − rate); in
 * evaluation nothing happens.
 *
 * @param rate the share DROPPED, in [0, 1)
 * @param channelwise whether a sample's whole channels are dropped or kept (Tompson and others, 2015; Dropout2d in
 *     PyTorch), for neighbouring pixels say much the same; of a vector each value is a channel
 */
public record Dropout(double rate, boolean channelwise) implements LayerSpec {
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must lie in [0, 1), got " + rate);
        }
    }

    /** Each value by itself. */
    public Dropout(double rate) {
        this(rate, false);
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
