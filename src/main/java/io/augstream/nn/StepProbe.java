package io.augstream.nn;

/** Shows a viewer what the layers compute in a training step. */
record StepProbe(StepViewer viewer) implements LayerProbe {
    @Override
    public void look(Layer layer, float[] x, float[] y, int batch) {
        Shape shape = layer.output;
        int features = shape.isVector() ? shape.size() : shape.channels();
        if (!(layer instanceof BatchNormLayer norm) || !norm.adds()) {
            viewer.output(layer.outputName(), y, batch * (shape.size() / features), features);
        }
    }

    @Override
    public void lookBack(Layer layer, float[] g, int batch) {
        boolean whole = layer instanceof DenseLayer
                || layer instanceof ResidualLayer
                || layer instanceof ConvolutionLayer convolution && !convolution.addsGradient();
        if (whole) {
            viewer.inputGradient(layer.name, g, batch * layer.input.size());
        }
    }
}
