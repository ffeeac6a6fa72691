package io.augstream.nn;

import io.augstream.random.CounterRandom;

/**
 * {@link Dropout} at work. What is dropped depends on the pass's key, the layer's name and the place in the batch: not on
 * what was drawn before, nor on the thread.
 */
final class DropoutLayer extends Layer {
    /** The rate in units of 2⁻⁵³, rounded up. */
    private final long threshold;

    /** What a value is multiplied by that is kept, and one that is dropped. */
    private final float[] choices;

    /** How many neighbouring values have masks of their own, and how often a sample repeats those. */
    private final int drawn;

    private final int repeats;
    private final Crew crew;
    private final Buffer mask = new Buffer();
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();

    DropoutLayer(Dropout dropout, Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        threshold = (long) Math.ceil(dropout.rate() * 0x1p53);
        choices = new float[] {(float) (1 / (1 - dropout.rate())), 0f};
        crew = scope.crew();
        drawn = dropout.channelwise() ? input.channels() : input.size();
        repeats = input.size() / drawn;
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        if (!pass.training()) {
            return x;
        }
        float[] factors = mask.atLeast(batch * drawn);
        long key = pass.key().with(name).value();
        float[] result = y.atLeast(batch * input.size());
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            drawMask(key, first * drawn, end * drawn, factors);
            multiply(x, factors, first, end, result);
        });
        return result;
    }

    /** Dropped where {@link CounterRandom#uniformAt} is below the rate; without a branch, which no processor could foresee. */
    private void drawMask(long key, int first, int end, float[] factors) {
        for (int i = first; i < end; i++) {
            long above = (CounterRandom.at(key, i) >>> 11) - threshold;
            factors[i] = choices[(int) (above >>> 63)];
        }
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] result = gx.atLeast(batch * input.size());
        float[] factors = mask.atLeast(batch * drawn);
        crew.eachGroup(batch, (group, first, end, workspace) -> multiply(g, factors, first, end, result));
        return result;
    }

    private void multiply(float[] x, float[] factors, int first, int end, float[] product) {
        for (int block = first * repeats; block < end * repeats; block++) {
            int from = block * drawn;
            int factor = block / repeats * drawn;
            for (int i = 0; i < drawn; i++) {
                product[from + i] = x[from + i] * factors[factor + i];
            }
        }
    }

    @Override
    long evaluationFloats(long samples) {
        return 0;
    }

    @Override
    long trainingFloats(long batch, boolean wanted) {
        return batch * (drawn + input.size()) + (wanted ? batch * input.size() : 0);
    }
}
