package io.augstream.nn;

/** {@link AveragePool} at work. */
final class AveragePoolLayer extends Layer {
    private final WindowTaps taps;
    private final float share;
    private final Buffer y = new Buffer();
    private final Buffer shares = new Buffer();
    private final Buffer gx = new Buffer();

    AveragePoolLayer(AveragePool pool, Shape input, LayerScope scope) {
        super(scope.name(), input, pool.output(input));
        taps = new WindowTaps(pool.window(), input, output);
        share = (float) (1.0 / ((double) pool.size() * pool.size()));
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        int length = batch * output.size();
        float[] means = y.zeros(length);
        int channels = input.channels();
        taps.forEach(batch, (tap, in, out, windows) -> {
            for (int i = 0; i < windows; i++) {
                add(x, in + i * taps.inputStep(), means, out + i * channels, channels);
            }
        });
        scale(means, length, means);
        return means;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        int length = batch * output.size();
        float[] each = shares.atLeast(length);
        scale(g, length, each);
        float[] result = gx.zeros(batch * input.size());
        int channels = input.channels();
        taps.forEach(batch, (tap, in, out, windows) -> {
            for (int i = 0; i < windows; i++) {
                add(each, out + i * channels, result, in + i * taps.inputStep(), channels);
            }
        });
        return result;
    }

    private static void add(float[] from, int fromOffset, float[] to, int toOffset, int length) {
        for (int i = 0; i < length; i++) {
            to[toOffset + i] += from[fromOffset + i];
        }
    }

    private void scale(float[] from, int length, float[] to) {
        for (int i = 0; i < length; i++) {
            to[i] = share * from[i];
        }
    }
}
