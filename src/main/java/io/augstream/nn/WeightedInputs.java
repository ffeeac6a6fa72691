package io.augstream.nn;

/** Shows a viewer the inputs of the layers that have weights. */
record WeightedInputs(InputViewer viewer) implements LayerProbe {
    @Override
    public void look(Layer layer, float[] x, float[] y, int batch) {
        if (layer instanceof DenseLayer) {
            viewer.look(layer.name, x, batch, layer.input.size());
        } else if (layer instanceof ConvolutionLayer) {
            int channels = layer.input.channels();
            viewer.look(layer.name, x, batch * (layer.input.size() / channels), channels);
        }
    }
}
