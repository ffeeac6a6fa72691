package io.augstream.nn;

import io.augstream.random.CounterRandom;

/**
 * {@link Dropout} at work. What is dropped depends on the pass's key, the layer's name and the place in the batch: not on
 * what was drawn before, nor on the thread.
 */
final class DropoutLayer extends Layer {
    private final double rate;
    /** How many neighbouring values have masks of their own, and how often a sample repeats those. */
    private final int drawn;

    private final int repeats;
    private final Buffer mask = new Buffer();
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();

    DropoutLayer(Dropout dropout, Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        rate = dropout.rate();
        drawn = dropout.channelwise() ? input.channels() : input.size();
        repeats = input.size() / drawn;
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        if (!pass.training()) {
            return x;
        }
        float[] factors = mask.atLeast(batch * drawn);
        drawMask(pass.key().with(name).value(), batch * drawn, factors);
        float[] result = y.atLeast(batch * input.size());
        multiply(x, factors, batch, result);
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
        float[] result = gx.atLeast(batch * input.size());
        multiply(g, mask.atLeast(batch * drawn), batch, result);
        return result;
    }

    private void multiply(float[] x, float[] factors, int batch, float[] product) {
        for (int block = 0; block < batch * repeats; block++) {
            int from = block * drawn;
            int factor = block / repeats * drawn;
            for (int i = 0; i < drawn; i++) {
                product[from + i] = x[from + i] * factors[factor + i];
            }
        }
    }
}
