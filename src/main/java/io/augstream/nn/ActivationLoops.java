package io.augstream.nn;

/** A function of each value alone and the way back through it, on {@code length} values from {@code offset} on. */
interface ActivationLoops {
    /** y[i] = f(x[i]). */
    void values(float[] x, int offset, int length, float[] y);

    /** gx[i] = g[i] · f′(x[i]). */
    void gradients(float[] g, float[] x, int offset, int length, float[] gx);
}
