package io.augstream.nn;

import java.util.Arrays;
import java.util.List;

/**
 * {@link BatchNorm} at work. Per channel, with d = x − mean and s = 1 / √(variance + ε): y = γ·s·d + β, and backward over
 * n values ∂E/∂x = γ·s·(g − Σg / n − d·s²·Σ(g·d) / n).
 */
final class BatchNormLayer extends Layer {
    private final BatchNorm settings;
    private final Kernels kernels;
    private final int channels;
    private final int pixels;
    private final Parameter gamma;
    private final Parameter beta;
    private final RunningStatistic runningMean;
    private final RunningStatistic runningVariance;
    private final ChannelSums sums;
    private final float[] mean;
    private final double[] inverseDeviation;
    private final float[] scale;
    private final float[] slope;
    private final float[] constant;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();
    private float[] x = {};

    BatchNormLayer(BatchNorm settings, Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        this.settings = settings;
        kernels = scope.kernels();
        channels = input.channels();
        pixels = input.height() * input.width();
        gamma = scope.zeros("gamma", ParameterKind.NORM, channels);
        Arrays.fill(gamma.value(), 1f);
        beta = scope.zeros("beta", ParameterKind.NORM, channels);
        runningMean = new RunningStatistic(name + ".mean", new float[channels]);
        runningVariance = new RunningStatistic(name + ".variance", new float[channels]);
        Arrays.fill(runningVariance.value(), 1f);
        sums = new ChannelSums(channels);
        mean = new float[channels];
        inverseDeviation = new double[channels];
        scale = new float[channels];
        slope = new float[channels];
        constant = new float[channels];
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        this.x = pass.training() ? x : NOT_WANTED;
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
        float[] result = y.atLeast(batch * input.size());
        kernels.normalise(x, batch * pixels, channels, mean, scale, beta.value(), result);
        return result;
    }

    /** Takes mean and variance of the batch, and moves the running ones towards them. */
    private void measure(float[] x, int batch) {
        long n = (long) batch * pixels;
        if (n < 2) {
            throw new IllegalArgumentException(
                    name + " needs at least 2 values a channel to train on, got a batch of " + batch);
        }
        double[] totals = sums.of(x, batch, pixels, kernels);
        for (int c = 0; c < channels; c++) {
            mean[c] = (float) (totals[c] / n);
            move(runningMean, c, totals[c] / n);
        }
        double[] squares = sums.over(
                batch, (sample, i) -> kernels.columnSquares(x, i * input.size(), pixels, channels, mean, sample));
        for (int c = 0; c < channels; c++) {
            inverseDeviation[c] = 1 / Math.sqrt(squares[c] / n + settings.epsilon());
            move(runningVariance, c, squares[c] / (n - 1));
        }
    }

    private void move(RunningStatistic running, int channel, double now) {
        double old = running.value()[channel];
        running.value()[channel] = (float) (old + settings.momentum() * (now - old));
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        double n = (double) batch * pixels;
        double[] totals = sums.of(g, batch, pixels, kernels);
        for (int c = 0; c < channels; c++) {
            beta.gradient()[c] = (float) totals[c];
            constant[c] = (float) (-gamma.value()[c] * inverseDeviation[c] * totals[c] / n);
        }
        double[] products = sums.over(
                batch, (sample, i) -> kernels.columnProducts(g, x, i * input.size(), pixels, channels, mean, sample));
        for (int c = 0; c < channels; c++) {
            double s = inverseDeviation[c];
            gamma.gradient()[c] = (float) (products[c] * s);
            slope[c] = (float) (-gamma.value()[c] * s * s * s * products[c] / n);
        }
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] result = gx.atLeast(batch * input.size());
        kernels.normaliseGradient(g, x, batch * pixels, channels, mean, scale, slope, constant, result);
        return result;
    }

    @Override
    List<Parameter> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    List<RunningStatistic> statistics() {
        return List.of(runningMean, runningVariance);
    }
}
