package io.augstream.nn;

/**
 * Trainable numbers and their gradient.
 *
 * <p>Weights lie input by input, with the outputs innermost: a dense layer's as [inputs][units], a convolution's as
 * [kernel row][kernel column][input channel of a group][output channel].
 *
 * @param name unique in its network: the layer's place, its kind, and what it is, as {@code 4.convolution.weight}
 * @param units weights lie row by row, each holding one number of each unit: number i leads into unit i mod units. What
 *     is no weight has one number a unit
 * @param value read by the layers, written by whoever trains
 * @param gradient ∂E/∂value of the last backward pass
 */
public record Parameter(String name, ParameterKind kind, int units, float[] value, float[] gradient) {
    public Parameter {
        if (value.length != gradient.length) {
            throw new IllegalArgumentException(
                    name + " has " + value.length + " values but a gradient of " + gradient.length);
        }
        if (units < 1 || value.length % units != 0) {
            throw new IllegalArgumentException(
                    name + " has " + value.length + " values, which do not lead into " + units + " units");
        }
    }

    /** One number a unit. */
    public Parameter(String name, ParameterKind kind, float[] value, float[] gradient) {
        this(name, kind, value.length, value, gradient);
    }

    /** All 0. @param units how many divide {@code size} */
    static Parameter zeros(String name, ParameterKind kind, int units, int size) {
        return new Parameter(name, kind, units, new float[size], new float[size]);
    }

    public int size() {
        return value.length;
    }
}
