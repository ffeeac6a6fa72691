package io.augstream.nn;

/** Lets the tests of other packages see the gradient that a network hands on to its input. */
public final class BackToInput {
    private BackToInput() {}

    /**
     * @param g ∂E/∂output of each sample of the last training pass
     * @return ∂E/∂input, in an array that the network writes again and that may be longer
     */
    public static float[] of(Network network, float[] g) {
        return network.backwardToInput(g);
    }
}
