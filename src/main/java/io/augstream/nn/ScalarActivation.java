package io.augstream.nn;

/** The loops of a smooth activation in plain Java. */
record ScalarActivation(SmoothActivation activation) implements ActivationLoops {
    @Override
    public void values(float[] x, int offset, int length, float[] y) {
        for (int i = offset; i < offset + length; i++) {
            y[i] = SmoothFormulas.value(activation, x[i]);
        }
    }

    @Override
    public void gradients(float[] g, float[] x, int offset, int length, float[] gx) {
        for (int i = offset; i < offset + length; i++) {
            gx[i] = g[i] * SmoothFormulas.derivative(activation, x[i]);
        }
    }
}
