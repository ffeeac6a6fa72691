package io.augstream.nn;

/** {@link AveragePool} at work. */
final class AveragePoolLayer extends Layer {
    private final WindowTaps taps;
    private final float share;
    private final Crew crew;
    private final Buffer y = new Buffer();
    private final Buffer shares = new Buffer();
    private final Buffer gx = new Buffer();

    AveragePoolLayer(AveragePool pool, Shape input, LayerScope scope) {
        super(scope.name(), input, pool.output(input));
        taps = new WindowTaps(pool.window(), input, output);
        crew = scope.crew();
        share = (float) (1.0 / ((double) pool.size() * pool.size()));
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        int length = batch * output.size();
        float[] means = y.zeros(length);
        int channels = input.channels();
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            taps.forEach(first, end, (tap, in, out, windows) -> {
                for (int i = 0; i < windows; i++) {
                    Rows.add(x, in + i * taps.inputStep(), means, out + i * channels, channels);
                }
            });
            scale(means, first * output.size(), end * output.size(), means);
        });
        return means;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        int length = batch * output.size();
        float[] each = shares.atLeast(length);
        float[] result = gx.zeros(batch * input.size());
        int channels = input.channels();
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            scale(g, first * output.size(), end * output.size(), each);
            taps.forEach(first, end, (tap, in, out, windows) -> {
                for (int i = 0; i < windows; i++) {
                    Rows.add(each, out + i * channels, result, in + i * taps.inputStep(), channels);
                }
            });
        });
        return result;
    }

    private void scale(float[] from, int first, int end, float[] to) {
        for (int i = first; i < end; i++) {
            to[i] = share * from[i];
        }
    }

    @Override
    long evaluationFloats(long samples) {
        return samples * output.size();
    }

    @Override
    long trainingFloats(long batch, boolean wanted) {
        return wanted ? batch * (input.size() + output.size()) : 0;
    }
}
