package io.augstream.nn;

/** {@link Relu} at work; its output tells the backward pass which inputs were positive. */
final class ReluLayer extends Layer {
    private final Kernels kernels;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();

    ReluLayer(Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        kernels = scope.kernels();
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        int length = batch * input.size();
        float[] result = y.atLeast(length);
        rectify(x, length, result);
        return result;
    }

    /** Math.max keeps NaN, so that a run gone wrong is seen in its loss. */
    private static void rectify(float[] x, int length, float[] y) {
        for (int i = 0; i < length; i++) {
            y[i] = Math.max(x[i], 0f);
        }
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        int length = batch * input.size();
        float[] result = gx.atLeast(length);
        kernels.reluGradient(g, y.atLeast(length), length, result);
        return result;
    }
}
