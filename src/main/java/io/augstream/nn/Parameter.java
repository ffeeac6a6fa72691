package io.augstream.nn;

/**
 * Trainable numbers and their gradient.
 *
 * <p>Weights lie input by input, with the outputs innermost: a dense layer's as [inputs][units], a convolution's as
 * [kernel row][kernel column][input channel][output channel].
 *
 * @param name unique in its network: the layer's place, its kind, and what it is, as {@code 4.convolution.weight}
 * @param value read by the layers, written by whoever trains
 * @param gradient ∂E/∂value of the last backward pass
 */
public record Parameter(String name, ParameterKind kind, float[] value, float[] gradient) {
    public Parameter {
        if (value.length != gradient.length) {
            throw new IllegalArgumentException(
                    name + " has " + value.length + " values but a gradient of " + gradient.length);
        }
    }

    static Parameter zeros(String name, ParameterKind kind, int size) {
        return new Parameter(name, kind, new float[size], new float[size]);
    }

    public int size() {
        return value.length;
    }
}
