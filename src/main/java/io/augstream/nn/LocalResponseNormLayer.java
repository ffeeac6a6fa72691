package io.augstream.nn;

/**
 * {@link LocalResponseNorm} at work. With s = k + α′ · Σ x² of a place, y = x · s^−β, and backward ∂E/∂x = g · s^−β −
 * 2α′β · x · Σ g·y/s, the sum over the places whose windows hold x.
 */
final class LocalResponseNormLayer extends Layer {
    /** Places of a map that are worked on at a time: what is written for them stays in the first-level cache. */
    private static final int PLACES = 32;

    private final LocalResponseNorm norm;
    private final ResponseKernels kernels;
    private final Crew crew;
    private final int channels;
    private final int pixels;
    /** Channels of the window before its own place, and after it. */
    private final int before;

    private final int after;
    /** Values from one place's terms to the next's: its channels, and zeros where a window reaches beyond them. */
    private final int step;

    private final Buffer y = new Buffer();
    private final Buffer bases = new Buffer();
    private final Buffer gx = new Buffer();
    private float[] x = {};

    LocalResponseNormLayer(LocalResponseNorm norm, Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        this.norm = norm;
        kernels = scope.kernels().response();
        crew = scope.crew();
        channels = input.channels();
        pixels = input.height() * input.width();
        before = norm.size() / 2;
        after = (norm.size() - 1) / 2;
        step = before + channels + after;
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        this.x = pass.training() ? x : NOT_WANTED;
        float[] s = bases.atLeast(batch * input.size());
        float[] result = y.atLeast(batch * input.size());
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            float[] terms = workspace.first.zeros(PLACES * step);
            float[] factors = workspace.second.atLeast(PLACES * channels);
            for (int place = first * pixels; place < end * pixels; place += PLACES) {
                int rows = Math.min(PLACES, end * pixels - place);
                int at = place * channels;
                kernels.squares(x, at, rows, channels, terms, before, step);
                float weight = (float) norm.squareWeight();
                kernels.windowSums(terms, step, rows, channels, norm.size(), weight, (float) norm.k(), s, at);
                powers(s, at, rows * channels, factors);
                kernels.multiply(x, at, rows * channels, factors, result);
            }
        });
        return result;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] s = bases.atLeast(batch * input.size());
        float[] result = gx.atLeast(batch * input.size());
        float slope = (float) (-2 * norm.squareWeight() * norm.beta());
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            float[] terms = workspace.first.zeros(PLACES * step);
            float[] factors = workspace.second.atLeast(PLACES * channels);
            float[] sums = workspace.third.atLeast(PLACES * channels);
            for (int place = first * pixels; place < end * pixels; place += PLACES) {
                int rows = Math.min(PLACES, end * pixels - place);
                int at = place * channels;
                powers(s, at, rows * channels, factors);
                // Each place adds to the windows that hold it, so the overhang is the other way round.
                kernels.gradientTerms(g, x, s, at, rows, channels, factors, terms, after, step);
                kernels.windowSums(terms, step, rows, channels, norm.size(), 1f, 0f, sums, 0);
                kernels.gradient(g, x, at, rows * channels, factors, sums, slope, result);
            }
        });
        return result;
    }

    /** s^−β; two roots are many times faster than a power, and β is nearly always 0.75. */
    private void powers(float[] s, int offset, int length, float[] factors) {
        if (norm.beta() == 0.75) {
            kernels.powers(s, offset, length, factors);
            return;
        }
        for (int i = 0; i < length; i++) {
            factors[i] = (float) StrictMath.pow(s[offset + i], -norm.beta());
        }
    }

    @Override
    long evaluationFloats(long samples) {
        return 2 * samples * input.size();
    }

    @Override
    long trainingFloats(long batch, boolean wanted) {
        return wanted ? batch * input.size() : 0;
    }
}
