package io.augstream.nn;

/** Looks at each layer's work in a pass, right after it; of nested layers the inner ones come first. */
interface LayerProbe {
    /**
     * Must not write to the arrays nor keep them: they may be longer, and are written again.
     *
     * @param x what the layer was given
     * @param y what it made of it
     */
    void look(Layer layer, float[] x, float[] y, int batch);

    /**
     * In the backward pass that follows, where the layer gives a gradient back; under the same conditions.
     *
     * @param g what it gives back
     */
    default void lookBack(Layer layer, float[] g, int batch) {}
}
