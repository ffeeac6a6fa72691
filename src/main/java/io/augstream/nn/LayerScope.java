package io.augstream.nn;

import io.augstream.random.RandomKey;

/**
 * What a layer is given on its making.
 *
 * @param name of the layer, unique in its network; empty for the network itself
 * @param seed decides, with a parameter's name, its first value
 * @param workspace shared by all layers of the network
 */
record LayerScope(String name, long seed, Kernels kernels, Workspace workspace) {
    /** The scope of a part of this one, as {@code 3.residual.branch} in {@code 3.residual}. */
    LayerScope within(String part) {
        return new LayerScope(name.isEmpty() ? part : name + "." + part, seed, kernels, workspace);
    }

    /** @param size fanIn numbers for each of the layer's units, with the units innermost */
    Parameter weights(int size, int fanIn, int fanOut, Initializer init) {
        Parameter weights = Parameter.zeros(name + ".weight", ParameterKind.WEIGHT, size / fanIn, size);
        init.fill(weights.value(), fanIn, fanOut, RandomKey.of(seed).with(weights.name()));
        return weights;
    }

    Parameter zeros(String what, ParameterKind kind, int size) {
        return Parameter.zeros(name + "." + what, kind, size, size);
    }
}
