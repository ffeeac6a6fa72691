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

    /** What is done with one tap of one window: {@code channels} values of the input and of the output. */
    private interface Tap {
        void visit(int tap, int inputOffset, int outputOffset);
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        int length = batch * output.size();
        float[] best = y.atLeast(length);
        float[] winners = which.zeros(length);
        Arrays.fill(best, 0, length, Float.NEGATIVE_INFINITY);
        forEachTap(batch, (tap, in, out) -> kernels.larger(x, in, tap, best, winners, out, input.channels()));
        return best;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] winners = which.atLeast(batch * output.size());
        float[] result = gx.zeros(batch * input.size());
        forEachTap(batch, (tap, in, out) -> kernels.addWhere(tap, winners, g, out, result, in, input.channels()));
        return result;
    }

    private void forEachTap(int batch, Tap action) {
        int channels = input.channels();
        int out = 0;
        for (int sample = 0; sample < batch; sample++) {
            for (int row = 0; row < output.height(); row++) {
                for (int column = 0; column < output.width(); column++, out += channels) {
                    visitWindow(sample * input.size(), row, column, out, action);
                }
            }
        }
    }

    private void visitWindow(int sampleOffset, int row, int column, int out, Tap action) {
        int top = row * window.stride() - window.padding();
        int left = column * window.stride() - window.padding();
        for (int i = Math.max(0, -top); i < Math.min(window.size(), input.height() - top); i++) {
            for (int j = Math.max(0, -left); j < Math.min(window.size(), input.width() - left); j++) {
                int pixel = (top + i) * input.width() + left + j;
                action.visit(i * window.size() + j, sampleOffset + pixel * input.channels(), out);
            }
        }
    }
}
