package io.augstream.nn;

import io.augstream.random.CounterRandom;

/**
 * {@link Dropout} at work. What is dropped depends on the pass's key, the layer's name and the place in the batch: not on
 * what was drawn before, nor on the thread.
 */
final class DropoutLayer extends Layer {
    private final double rate;
    private final Buffer mask = new Buffer();
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();

    DropoutLayer(Dropout dropout, Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        rate = dropout.rate();
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        if (!pass.training()) {
            return x;
        }
        int length = batch * input.size();
        float[] factors = mask.atLeast(length);
        drawMask(pass.key().with(name).value(), length, factors);
        float[] result = y.atLeast(length);
        multiply(x, factors, length, result);
        return result;
    }

    private void drawMask(long key, int length, float[] factors) {
        float kept = (float) (1 / (1 - rate));
        for (int i = 0; i < length; i++) {
            factors[i] = CounterRandom.uniformAt(key, i) < rate ? 0f : kept;
        }
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        int length = batch * input.size();
        float[] result = gx.atLeast(length);
        multiply(g, mask.atLeast(length), length, result);
        return result;
    }

    private static void multiply(float[] x, float[] factors, int length, float[] product) {
        for (int i = 0; i < length; i++) {
            product[i] = x[i] * factors[i];
        }
    }
}
