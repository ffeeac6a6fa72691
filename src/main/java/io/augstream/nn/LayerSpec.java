package io.augstream.nn;

/** What a layer shall be, before it knows its place in a network. Named and set as in a pipeline file. */
public sealed interface LayerSpec
        permits Activation,
                AveragePool,
                BatchNorm,
                Convolution,
                Dense,
                Dropout,
                Flatten,
                GlobalAveragePool,
                LocalResponseNorm,
                MaxPool,
                Residual {
    /** The name in a pipeline file, for instance {@code max_pool}. */
    String kind();

    /**
     * The shape that comes out when {@code input} goes in.
     *
     * @throws IllegalArgumentException if the layer cannot take such an input; the message says why
     */
    Shape output(Shape input);

    /** How many trained numbers of a kind it has, those of layers within it not counted. */
    default long parameters(ParameterKind kind, Shape input) {
        return 0;
    }

    /** Multiply-adds of its products, a sample and forward; taps that lie on padding count, and layers within do not. */
    default long multiplyAdds(Shape input) {
        return 0;
    }
}
