package io.augstream.nn;

import io.augstream.random.RandomKey;
import java.util.Arrays;

/**
 * What a layer is given on its making.
 *
 * @param name of the layer, unique in its network; empty for the network itself
 * @param seed decides, with a parameter's name, its first value
 * @param crew shared by all layers of the network
 * @param partialSums likewise
 * @param shownOutputs likewise: outputs that are computed for nobody but who looks at them
 * @param planned whether the layer is only asked what it would hold, and never run
 */
record LayerScope(
        String name,
        long seed,
        Kernels kernels,
        Crew crew,
        PartialSums partialSums,
        Buffer shownOutputs,
        boolean planned) {
    /** Of a whole network. */
    LayerScope(long seed, Kernels kernels, Crew crew, boolean planned) {
        this("", seed, kernels, crew, new PartialSums(), new Buffer(), planned);
    }

    /** The scope of a part of this one, as {@code 3.residual.branch} in {@code 3.residual}. */
    LayerScope within(String part) {
        String place = name.isEmpty() ? part : name + "." + part;
        return new LayerScope(place, seed, kernels, crew, partialSums, shownOutputs, planned);
    }

    /**
     * Weights of a layer that is planned alone are left out: it has none.
     *
     * @param size fanIn numbers for each of the layer's units, with the units innermost
     */
    Parameter weights(int size, int fanIn, int fanOut, Initializer init) {
        Parameter weights = Parameter.zeros(name + ".weight", ParameterKind.WEIGHT, size / fanIn, planned ? 0 : size);
        init.fill(weights.value(), fanIn, fanOut, RandomKey.of(seed).with(weights.name()));
        return weights;
    }

    /** Numbers that are all the same at first; left out as {@link #weights} are. */
    Parameter constants(String what, ParameterKind kind, int size, double value) {
        Parameter constants = Parameter.zeros(name + "." + what, kind, size, planned ? 0 : size);
        Arrays.fill(constants.value(), (float) value);
        return constants;
    }
}
