package io.augstream.nn;

/**
 * A fully connected layer. A map that goes in is taken as a vector, in the order of {@link Flatten}.
 *
 * @param units outputs, at least 1
 * @param bias whether a number is added to each output
 * @param init what the weights are drawn from; biases start at 0
 */
public record Dense(int units, boolean bias, Initializer init) implements LayerSpec {
    public Dense {
        Bounds.atLeast(1, units, "units");
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public Shape output(Shape input) {
        return Shape.vector(units);
    }
}
