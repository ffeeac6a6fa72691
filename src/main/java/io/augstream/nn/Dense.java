package io.augstream.nn;

/**
 * A fully connected layer. A map that goes in is taken as a vector, in the order of {@link Flatten}.
 *
 * @param units outputs, at least 1
 * @param bias whether a number is added to each output
 * @param init what the weights are drawn from
 * @param biasInit what the biases start at; 0 where there are none
 */
public record Dense(int units, boolean bias, Initializer init, double biasInit) implements LayerSpec {
    public Dense {
        Bounds.atLeast(1, units, "units");
        Bounds.biasInit(biasInit, bias);
    }

    /** Biases that start at 0. */
    public Dense(int units, boolean bias, Initializer init) {
        this(units, bias, init, 0);
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public Shape output(Shape input) {
        return Shape.vector(units);
    }

    @Override
    public long parameters(ParameterKind kind, Shape input) {
        return switch (kind) {
            case WEIGHT -> (long) input.size() * units;
            case BIAS -> bias ? units : 0;
            case NORM -> 0;
        };
    }

    @Override
    public long multiplyAdds(Shape input) {
        return parameters(ParameterKind.WEIGHT, input);
    }
}
