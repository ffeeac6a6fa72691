package io.augstream.nn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link BatchNorm} at work. Per channel, with d = x − mean and s = 1 / √(variance + ε): y = γ·s·d + β, and backward over
 * n values ∂E/∂x = γ·s·(g − Σg / n − d·s²·Σ(g·d) / n).
 *
 * <p>It does the work of a {@link Relu} that follows, and of the sum of a {@link Residual} before that, in the same
 * passes over memory; backward, which values were above 0 is computed again from x, or seen in y where something was added.
 */
final class BatchNormLayer extends Layer {
    private final BatchNorm settings;
    private final Kernels kernels;
    private final Crew crew;
    private final int channels;
    private final int pixels;
    private final Parameter gamma;
    private final Parameter beta;
    private final RunningStatistic runningMean;
    private final RunningStatistic runningVariance;
    private final BatchStatistics statistics;
    private final ChannelParts sums;
    private final ChannelParts products;
    private final double[] totals;
    private final float[] mean;
    private final double[] inverseDeviation;
    private final float[] scale;
    private final float[] slope;
    private final float[] constant;
    private final Buffer shownOutputs;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();
    private final Buffer passed = new Buffer();
    private float[] x = {};
    private float[] skip = {};
    private float[] g = {};
    private boolean measuredBefore;
    private boolean leavesGradient;
    private boolean leavesOutput;
    private @Nullable String rectifiedName;
    private boolean adds;

    BatchNormLayer(BatchNorm settings, Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        this.settings = settings;
        kernels = scope.kernels();
        crew = scope.crew();
        shownOutputs = scope.shownOutputs();
        channels = input.channels();
        pixels = input.height() * input.width();
        gamma = scope.constants("gamma", ParameterKind.NORM, channels, settings.gammaInit());
        beta = scope.constants("beta", ParameterKind.NORM, channels, 0);
        runningMean = new RunningStatistic(name + ".mean", new float[channels]);
        runningVariance = new RunningStatistic(name + ".variance", new float[channels]);
        Arrays.fill(runningVariance.value(), 1f);
        statistics = new BatchStatistics(input, kernels);
        sums = new ChannelParts(input);
        products = new ChannelParts(input);
        totals = new double[channels];
        mean = new float[channels];
        inverseDeviation = new double[channels];
        scale = new float[channels];
        slope = new float[channels];
        constant = new float[channels];
    }

    /** From now on y = max(0, γ·s·d + β). @param name of the ReLU that it is in place of */
    void rectify(String name) {
        rectifiedName = name;
    }

    /** From now on y = max(0, γ·s·d + β + skip), with what {@link #skip} is given before each forward pass. */
    void addAndRectify() {
        adds = true;
    }

    boolean isPlain() {
        return rectifiedName == null && !adds;
    }

    boolean adds() {
        return adds;
    }

    @Override
    String outputName() {
        return rectifiedName == null ? name : rectifiedName;
    }

    void skip(float[] values) {
        skip = values;
    }

    /** ∂E/∂skip, and of the sum: the gradient of the last backward pass where y is above 0. */
    float[] passedGradient(int batch) {
        return passed.atLeast(batch * input.size());
    }

    /** From now on the layer before has the batch measured, in training, while it makes it. */
    BatchStatistics measuredByTheLayerBefore() {
        measuredBefore = true;
        return statistics;
    }

    /** From now on {@link #backward} gives back what {@link #gradient} takes, and the layer before calls that. */
    void leaveGradient() {
        leavesGradient = true;
    }

    /** From now on {@link #forward} gives back x, and the layer after calls {@link #normalise}. */
    void leaveOutput() {
        leavesOutput = true;
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        this.x = x;
        if (pass.training()) {
            measure(x, batch);
        } else {
            System.arraycopy(runningMean.value(), 0, mean, 0, channels);
            for (int c = 0; c < channels; c++) {
                inverseDeviation[c] = 1 / Math.sqrt(runningVariance.value()[c] + settings.epsilon());
            }
        }
        for (int c = 0; c < channels; c++) {
            scale[c] = (float) (gamma.value()[c] * inverseDeviation[c]);
        }
        return leavesOutput ? x : normalised(y, batch);
    }

    @Override
    float[] shown(float[] y, int batch) {
        return leavesOutput ? normalised(shownOutputs, batch) : y;
    }

    private float[] normalised(Buffer buffer, int batch) {
        float[] result = buffer.atLeast(batch * input.size());
        crew.eachGroup(
                batch, (group, first, end, workspace) -> normalise(first, end - first, result, first * input.size()));
        return result;
    }

    /** Writes the outputs of some samples of the last forward pass from {@code to} on. */
    void normalise(int first, int samples, float[] result, int to) {
        int offset = first * input.size();
        int rows = samples * pixels;
        if (adds) {
            kernels.normaliseAddRectified(x, skip, offset, rows, channels, mean, scale, beta.value(), result);
        } else if (rectifiedName != null) {
            kernels.normaliseRectified(x, offset, rows, channels, mean, scale, beta.value(), result, to);
        } else {
            kernels.normalise(x, offset, rows, channels, mean, scale, beta.value(), result, to);
        }
    }

    /** Takes mean and variance of the batch, and moves the running ones towards them. */
    private void measure(float[] x, int batch) {
        long n = (long) batch * pixels;
        if (n < 2) {
            throw new IllegalArgumentException(
                    name + " needs at least 2 values a channel to train on, got a batch of " + batch);
        }
        if (!measuredBefore) {
            statistics.prepare(batch);
            crew.eachGroup(batch, (group, first, end, workspace) -> statistics.measure(x, group, first, end));
        }
        statistics.combine(batch, n);
        for (int c = 0; c < channels; c++) {
            mean[c] = (float) statistics.mean(c);
            inverseDeviation[c] = 1 / Math.sqrt(statistics.squareSum(c) / n + settings.epsilon());
            move(runningMean, c, statistics.mean(c));
            move(runningVariance, c, statistics.squareSum(c) / (n - 1));
        }
    }

    private void move(RunningStatistic running, int channel, double now) {
        double old = running.value()[channel];
        running.value()[channel] = (float) (old + settings.momentum() * (now - old));
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        float[] above = adds ? passed.atLeast(batch * input.size()) : g;
        sums.prepare(batch);
        products.prepare(batch);
        crew.eachGroup(
                batch,
                (group, first, end, workspace) ->
                        sums.inGroup(group, first, end, (part, row, rows) -> sumGradient(g, above, part, row, rows)));
        takeParameterGradients(batch);
        if (!wanted) {
            return NOT_WANTED;
        }
        this.g = above;
        if (leavesGradient) {
            return above;
        }
        float[] result = gx.atLeast(batch * input.size());
        crew.eachGroup(
                batch, (group, first, end, workspace) -> gradient(first, end - first, result, first * input.size()));
        return result;
    }

    /** Writes ∂E/∂input of some samples of the last backward pass from {@code to} on. */
    void gradient(int first, int samples, float[] result, int to) {
        int offset = first * input.size();
        int rows = samples * pixels;
        if (rectifiedName != null) {
            kernels.rectifiedNormaliseGradient(
                    g, x, offset, rows, channels, mean, scale, beta.value(), slope, constant, result, to);
        } else {
            kernels.normaliseGradient(g, x, offset, rows, channels, mean, scale, slope, constant, result, to);
        }
    }

    private void sumGradient(float[] g, float[] above, int part, int row, int rows) {
        int offset = row * channels;
        float[] sum = sums.of(part);
        float[] product = products.of(part);
        if (rectifiedName != null) {
            kernels.rectifiedGradientSums(g, x, offset, rows, channels, mean, scale, beta.value(), sum, product);
            return;
        }
        if (adds) {
            kernels.reluGradient(g, y.atLeast(0), offset, rows * channels, above);
        }
        kernels.gradientSums(above, x, offset, rows, channels, mean, sum, product);
    }

    private void takeParameterGradients(int batch) {
        double n = (double) batch * pixels;
        sums.sum(batch, totals);
        for (int c = 0; c < channels; c++) {
            beta.gradient()[c] = (float) totals[c];
            constant[c] = (float) (-gamma.value()[c] * inverseDeviation[c] * totals[c] / n);
        }
        products.sum(batch, totals);
        for (int c = 0; c < channels; c++) {
            double s = inverseDeviation[c];
            gamma.gradient()[c] = (float) (totals[c] * s);
            slope[c] = (float) (-gamma.value()[c] * s * s * s * totals[c] / n);
        }
    }

    @Override
    List<Parameter> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    List<RunningStatistic> statistics() {
        return List.of(runningMean, runningVariance);
    }

    @Override
    long evaluationFloats(long samples) {
        return leavesOutput ? 0 : samples * input.size();
    }

    @Override
    long shownFloats(long batch) {
        return leavesOutput ? batch * input.size() : 0;
    }

    @Override
    long trainingFloats(long batch, boolean wanted) {
        return batch * input.size() * ((adds ? 1 : 0) + (wanted && !leavesGradient ? 1 : 0));
    }
}
