package io.augstream.nn;

/** {@link GlobalAveragePool} at work. */
final class GlobalAveragePoolLayer extends Layer {
    private final Kernels kernels;
    private final int pixels;
    private final float[] row;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();

    GlobalAveragePoolLayer(GlobalAveragePool pool, Shape input, LayerScope scope) {
        super(scope.name(), input, pool.output(input));
        kernels = scope.kernels();
        pixels = input.height() * input.width();
        row = new float[input.channels()];
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        float[] means = y.atLeast(batch * output.size());
        for (int i = 0; i < batch; i++) {
            kernels.columnSums(x, i * input.size(), pixels, row.length, row);
            for (int c = 0; c < row.length; c++) {
                means[i * row.length + c] = row[c] / pixels;
            }
        }
        return means;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] result = gx.atLeast(batch * input.size());
        for (int i = 0; i < batch; i++) {
            for (int c = 0; c < row.length; c++) {
                row[c] = g[i * row.length + c] / pixels;
            }
            Rows.fill(result, i * input.size(), pixels, row);
        }
        return result;
    }
}
