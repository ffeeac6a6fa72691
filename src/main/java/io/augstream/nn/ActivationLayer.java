package io.augstream.nn;

import java.util.function.DoubleUnaryOperator;

/** An {@link Activation} at work that is given by its function and derivative. */
final class ActivationLayer extends Layer {
    private final DoubleUnaryOperator function;
    private final DoubleUnaryOperator derivative;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();
    private float[] x = {};

    ActivationLayer(DoubleUnaryOperator function, DoubleUnaryOperator derivative, Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        this.function = function;
        this.derivative = derivative;
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        this.x = pass.training() ? x : NOT_WANTED;
        int length = batch * input.size();
        float[] result = y.atLeast(length);
        for (int i = 0; i < length; i++) {
            result[i] = (float) function.applyAsDouble(x[i]);
        }
        return result;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        int length = batch * input.size();
        float[] result = gx.atLeast(length);
        for (int i = 0; i < length; i++) {
            result[i] = (float) (g[i] * derivative.applyAsDouble(x[i]));
        }
        return result;
    }
}
