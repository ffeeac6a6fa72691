package io.augstream.nn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link Convolution} at work: the patches of a few samples at a time become a matrix that fits in the cache, and each
 * pass is a product with it. The weight gradient is one chain of additions over the samples in their order, so the
 * number of samples at a time does not show in it.
 */
final class ConvolutionLayer extends Layer {
    /** Floats in a matrix of patches: 512 KiB, about half of a second-level cache. */
    private static final int PATCH_FLOATS = 1 << 17;

    private final Kernels kernels;
    private final Workspace workspace;
    private final Patches patches;
    private final Parameter weight;
    private final @Nullable Parameter bias;
    private final ChannelSums sums;
    private final int samplesAtOnce;
    private final Buffer matrix = new Buffer();
    private final Buffer transposed = new Buffer();
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();
    private float[] x = {};

    ConvolutionLayer(Convolution convolution, Shape input, LayerScope scope) {
        super(scope.name(), input, convolution.output(input));
        kernels = scope.kernels();
        workspace = scope.workspace();
        patches = new Patches(convolution.window(), input, output, kernels);
        int channels = output.channels();
        int area = convolution.kernelSize() * convolution.kernelSize();
        int size = Math.multiplyExact(patches.length(), channels);
        weight = scope.weights(size, patches.length(), area * channels, convolution.init());
        bias = convolution.bias() ? scope.zeros("bias", ParameterKind.BIAS, channels) : null;
        sums = new ChannelSums(channels);
        samplesAtOnce = Math.max(1, PATCH_FLOATS / (patches.count() * patches.length()));
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        this.x = pass.training() ? x : NOT_WANTED;
        float[] result = y.atLeast(batch * output.size());
        if (bias != null) {
            Rows.fill(result, 0, batch * patches.count(), bias.value());
        }
        Matrix weights = weights(weight.value());
        for (int first = 0; first < batch; first += samplesAtOnce) {
            int samples = Math.min(samplesAtOnce, batch - first);
            Matrix in = patchMatrix(x, first, samples);
            Matrix out = outputMatrix(result, first, samples);
            if (bias == null) {
                kernels.multiply(in, weights, out, workspace);
            } else {
                kernels.multiplyAdd(in, weights, out, workspace);
            }
        }
        return result;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        Arrays.fill(weight.gradient(), 0f);
        Matrix weightGradient = weights(weight.gradient());
        for (int first = 0; first < batch; first += samplesAtOnce) {
            int samples = Math.min(samplesAtOnce, batch - first);
            Matrix in = patchMatrix(x, first, samples);
            kernels.multiplyAdd(in.transposed(), outputMatrix(g, first, samples), weightGradient, workspace);
        }
        if (bias != null) {
            sums.of(g, batch, patches.count(), kernels);
            sums.copyTo(bias.gradient());
        }
        return wanted ? inputGradient(g, batch) : NOT_WANTED;
    }

    private float[] inputGradient(float[] g, int batch) {
        float[] result = gx.zeros(batch * input.size());
        Matrix weights = transposedWeights();
        for (int first = 0; first < batch; first += samplesAtOnce) {
            int samples = Math.min(samplesAtOnce, batch - first);
            int rows = samples * patches.count();
            if (patches.isMapItself()) {
                Matrix in = Matrix.of(result, first * input.size(), rows, patches.length());
                kernels.multiply(outputMatrix(g, first, samples), weights, in, workspace);
                continue;
            }
            float[] gradients = matrix.atLeast(rows * patches.length());
            Matrix in = Matrix.of(gradients, 0, rows, patches.length());
            kernels.multiply(outputMatrix(g, first, samples), weights, in, workspace);
            for (int i = 0; i < samples; i++) {
                int from = i * patches.count() * patches.length();
                patches.addBack(gradients, from, result, (first + i) * input.size());
            }
        }
        return result;
    }

    private Matrix patchMatrix(float[] x, int first, int samples) {
        int rows = samples * patches.count();
        if (patches.isMapItself()) {
            return Matrix.of(x, first * input.size(), rows, patches.length());
        }
        float[] values = matrix.atLeast(rows * patches.length());
        for (int i = 0; i < samples; i++) {
            patches.copy(x, (first + i) * input.size(), values, i * patches.count() * patches.length());
        }
        return Matrix.of(values, 0, rows, patches.length());
    }

    private Matrix outputMatrix(float[] values, int first, int samples) {
        return Matrix.of(values, first * output.size(), samples * patches.count(), output.channels());
    }

    private Matrix weights(float[] values) {
        return Matrix.of(values, 0, patches.length(), output.channels());
    }

    /** A copy, so that the product reads it along its rows; made once a pass. */
    private Matrix transposedWeights() {
        int rows = output.channels();
        int columns = patches.length();
        float[] copy = transposed.atLeast(rows * columns);
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < rows; j++) {
                copy[j * columns + i] = weight.value()[i * rows + j];
            }
        }
        return Matrix.of(copy, 0, rows, columns);
    }

    @Override
    List<Parameter> parameters() {
        return bias == null ? List.of(weight) : List.of(weight, bias);
    }
}
