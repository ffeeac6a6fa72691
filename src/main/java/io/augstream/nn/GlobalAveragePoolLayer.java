package io.augstream.nn;

/** {@link GlobalAveragePool} at work. */
final class GlobalAveragePoolLayer extends Layer {
    private final Kernels kernels;
    private final int pixels;
    private final int channels;
    private final Crew crew;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();

    GlobalAveragePoolLayer(GlobalAveragePool pool, Shape input, LayerScope scope) {
        super(scope.name(), input, pool.output(input));
        kernels = scope.kernels();
        pixels = input.height() * input.width();
        channels = input.channels();
        crew = scope.crew();
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        float[] means = y.atLeast(batch * output.size());
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            float[] row = workspace.first.atLeast(channels);
            for (int i = first; i < end; i++) {
                kernels.columnSums(x, i * input.size(), pixels, channels, row);
                for (int c = 0; c < channels; c++) {
                    means[i * channels + c] = row[c] / pixels;
                }
            }
        });
        return means;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] result = gx.atLeast(batch * input.size());
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            for (int i = first; i < end; i++) {
                spread(g, i, result);
            }
        });
        return result;
    }

    /** A share of a sample's gradient to each pixel, the first of which serves as the pattern of the others. */
    private void spread(float[] g, int sample, float[] result) {
        int at = sample * input.size();
        for (int c = 0; c < channels; c++) {
            result[at + c] = g[sample * channels + c] / pixels;
        }
        for (int pixel = 1; pixel < pixels; pixel++) {
            System.arraycopy(result, at, result, at + pixel * channels, channels);
        }
    }

    @Override
    long evaluationFloats(long samples) {
        return samples * output.size();
    }

    @Override
    long trainingFloats(long batch, boolean wanted) {
        return wanted ? batch * input.size() : 0;
    }
}
