package io.augstream.nn;

/**
 * {@link LocalResponseNorm} at work. With s = k + α′ · Σ x² of a place, y = x · s^−β, and backward ∂E/∂x = g · s^−β −
 * 2α′β · x · Σ g·y/s, the sum over the places whose windows hold x.
 */
final class LocalResponseNormLayer extends Layer {
    private final LocalResponseNorm norm;
    private final int channels;
    /** Channels of the window before its own place, and after it. */
    private final int before;

    private final int after;
    private final float[] terms;
    private final Buffer y = new Buffer();
    private final Buffer bases = new Buffer();
    private final Buffer gx = new Buffer();
    private float[] x = {};

    LocalResponseNormLayer(LocalResponseNorm norm, Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        this.norm = norm;
        channels = input.channels();
        before = norm.size() / 2;
        after = (norm.size() - 1) / 2;
        terms = new float[channels];
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        this.x = pass.training() ? x : NOT_WANTED;
        int length = batch * input.size();
        float[] s = bases.atLeast(length);
        float[] result = y.atLeast(length);
        for (int pixel = 0; pixel < length; pixel += channels) {
            for (int c = 0; c < channels; c++) {
                terms[c] = x[pixel + c] * x[pixel + c];
            }
            for (int c = 0; c < channels; c++) {
                s[pixel + c] = (float) (norm.k() + norm.squareWeight() * sum(c - before, c + after));
                result[pixel + c] = (float) (x[pixel + c] * factor(s[pixel + c]));
            }
        }
        return result;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        int length = batch * input.size();
        float[] s = bases.atLeast(length);
        float[] outputs = y.atLeast(length);
        float[] result = gx.atLeast(length);
        double slope = 2 * norm.squareWeight() * norm.beta();
        for (int pixel = 0; pixel < length; pixel += channels) {
            for (int c = 0; c < channels; c++) {
                terms[c] = g[pixel + c] * outputs[pixel + c] / s[pixel + c];
            }
            for (int c = 0; c < channels; c++) {
                double others = x[pixel + c] * sum(c - after, c + before);
                result[pixel + c] = (float) (g[pixel + c] * factor(s[pixel + c]) - slope * others);
            }
        }
        return result;
    }

    /** Σ of the terms of the channels from {@code first} to {@code last} that there are. */
    private double sum(int first, int last) {
        double sum = 0;
        for (int c = Math.max(0, first); c <= Math.min(last, channels - 1); c++) {
            sum += terms[c];
        }
        return sum;
    }

    /** s^−β; two roots are many times faster than a power, and β is nearly always 0.75. */
    private double factor(double s) {
        if (norm.beta() == 0.75) {
            double root = Math.sqrt(s);
            return 1 / (root * Math.sqrt(root));
        }
        return StrictMath.pow(s, -norm.beta());
    }
}
