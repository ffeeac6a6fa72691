package io.augstream.nn;

import java.util.Arrays;

/** {@link MaxPool} at work; it remembers for each output which tap of its window won. */
final class MaxPoolLayer extends Layer {
    private final Window window;
    private final Kernels kernels;
    private final Buffer y = new Buffer();
    private final Buffer which = new Buffer();
    private final Buffer gx = new Buffer();

    MaxPoolLayer(MaxPool pool, Shape input, LayerScope scope) {
        super(scope.name(), input, pool.output(input));
        window = pool.window();
        kernels = scope.kernels();
    }

    /** What is done with one tap of neighbouring windows in a row of the output. */
    private interface Tap {
        void visit(int tap, int inputOffset, int outputOffset, int windows);
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        int length = batch * output.size();
        float[] best = y.atLeast(length);
        float[] winners = which.zeros(length);
        Arrays.fill(best, 0, length, Float.NEGATIVE_INFINITY);
        int channels = input.channels();
        int step = window.stride() * channels;
        forEachTap(batch, (tap, in, out, n) -> kernels.larger(x, in, step, tap, best, winners, out, n, channels));
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
        int step = window.stride() * channels;
        forEachTap(batch, (tap, in, out, n) -> kernels.addWhere(tap, winners, g, out, result, in, step, n, channels));
        return result;
    }

    private void forEachTap(int batch, Tap action) {
        for (int sample = 0; sample < batch; sample++) {
            for (int row = 0; row < output.height(); row++) {
                int top = row * window.stride() - window.padding();
                int out = sample * output.size() + row * output.width() * input.channels();
                for (int i = Math.max(0, -top); i < Math.min(window.size(), input.height() - top); i++) {
                    int rowOffset = sample * input.size() + (top + i) * input.width() * input.channels();
                    visitRow(i, rowOffset, out, action);
                }
            }
        }
    }

    /** The taps of one row of the windows; at each, the windows whose tap lies on the map. */
    private void visitRow(int i, int rowOffset, int out, Tap action) {
        for (int j = 0; j < window.size(); j++) {
            int shift = j - window.padding();
            int first = Math.max(0, ceilDivide(-shift, window.stride()));
            int end = Math.min(output.width(), ceilDivide(input.width() - shift, window.stride()));
            if (first < end) {
                int column = first * window.stride() + shift;
                int in = rowOffset + column * input.channels();
                action.visit(i * window.size() + j, in, out + first * input.channels(), end - first);
            }
        }
    }

    private static int ceilDivide(int dividend, int divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }
}
