package io.augstream.nn;

/** {@link LeakyRelu} at work. */
record LeakyReluLoops(float slope) implements ActivationLoops {
    @Override
    public void values(float[] x, int offset, int length, float[] y) {
        for (int i = offset; i < offset + length; i++) {
            y[i] = x[i] > 0 ? x[i] : slope * x[i];
        }
    }

    @Override
    public void gradients(float[] g, float[] x, int offset, int length, float[] gx) {
        for (int i = offset; i < offset + length; i++) {
            gx[i] = x[i] > 0 ? g[i] : slope * g[i];
        }
    }
}
