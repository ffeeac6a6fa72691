package io.augstream.nn;

import java.util.Arrays;

/** {@link MaxPool} at work; it remembers for each output which tap of its window won. */
final class MaxPoolLayer extends Layer {
    private final WindowTaps taps;
    private final Kernels kernels;
    private final Buffer y = new Buffer();
    private final Buffer which = new Buffer();
    private final Buffer gx = new Buffer();

    MaxPoolLayer(MaxPool pool, Shape input, LayerScope scope) {
        super(scope.name(), input, pool.output(input));
        taps = new WindowTaps(pool.window(), input, output);
        kernels = scope.kernels();
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        int length = batch * output.size();
        float[] best = y.atLeast(length);
        float[] winners = which.zeros(length);
        Arrays.fill(best, 0, length, Float.NEGATIVE_INFINITY);
        int channels = input.channels();
        int step = taps.inputStep();
        taps.forEach(batch, (tap, in, out, n) -> kernels.larger(x, in, step, tap, best, winners, out, n, channels));
        return best;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] winners = which.atLeast(batch * output.size());
        float[] result = gx.zeros(batch * input.size());
        int channels = input.channels();
        int step = taps.inputStep();
        taps.forEach(batch, (tap, in, out, n) -> kernels.addWhere(tap, winners, g, out, result, in, step, n, channels));
        return result;
    }
}
