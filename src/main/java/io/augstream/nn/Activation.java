package io.augstream.nn;

/** A function of each value alone. */
public sealed interface Activation extends LayerSpec permits LeakyRelu, Relu, SmoothActivation {
    @Override
    default Shape output(Shape input) {
        return input;
    }
}
