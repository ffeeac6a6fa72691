package io.augstream.nn;

/** The one place where a new kind of layer is entered. */
final class Layers {
    private Layers() {}

    static Layer build(LayerSpec spec, Shape input, LayerScope scope) {
        if (spec instanceof Convolution convolution) {
            return new ConvolutionLayer(convolution, input, scope);
        }
        if (spec instanceof Dense dense) {
            return new DenseLayer(dense, input, scope);
        }
        if (spec instanceof BatchNorm batchNorm) {
            return new BatchNormLayer(batchNorm, input, scope);
        }
        if (spec instanceof MaxPool pool) {
            return new MaxPoolLayer(pool, input, scope);
        }
        if (spec instanceof AveragePool pool) {
            return new AveragePoolLayer(pool, input, scope);
        }
        if (spec instanceof GlobalAveragePool pool) {
            return new GlobalAveragePoolLayer(pool, input, scope);
        }
        if (spec instanceof LocalResponseNorm norm) {
            return new LocalResponseNormLayer(norm, input, scope);
        }
        if (spec instanceof Dropout dropout) {
            return new DropoutLayer(dropout, input, scope);
        }
        if (spec instanceof Activation activation) {
            return activation(activation, input, scope);
        }
        if (spec instanceof Residual residual) {
            return new ResidualLayer(residual, input, scope);
        }
        if (spec instanceof Flatten flatten) {
            return new FlattenLayer(input, flatten.output(input), scope);
        }
        throw new IllegalArgumentException("no layer for " + spec);
    }

    private static Layer activation(Activation activation, Shape input, LayerScope scope) {
        if (activation instanceof SmoothActivation smooth) {
            return new ActivationLayer(scope.kernels().activation(smooth), input, scope);
        }
        if (activation instanceof LeakyRelu leaky) {
            return new ActivationLayer(new LeakyReluLoops((float) leaky.slope()), input, scope);
        }
        return new ReluLayer(input, scope);
    }
}
