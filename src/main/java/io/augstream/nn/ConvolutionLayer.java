package io.augstream.nn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link Convolution} at work. The patches of the input that the window sees are a matrix, a row for each place of the
 * window and a column for each tap (kernel row by kernel row, pixel by pixel, channel by channel), which overlap in the
 * input's maps, so that each pass is a product and nothing is copied but the maps into their borders. The weight gradient
 * is one chain of additions over the samples in their order, so the number of samples at a time does not show in it.
 */
final class ConvolutionLayer extends Layer {
    /** Floats in the maps of the samples at a time: 512 KiB, about half of a second-level cache. */
    private static final int MAP_FLOATS = 1 << 17;

    private final Kernels kernels;
    private final Workspace workspace;
    private final Parameter weight;
    private final @Nullable Parameter bias;
    private final ChannelSums sums;
    private final int samplesAtOnce;
    private final BorderedMaps maps;
    private final Offsets places;
    private final Offsets taps;
    private final Offsets weightRows;
    private final Offsets outputPixels;
    private final Offsets outputChannels;
    private final InputGradient inputGradient;
    private final Buffer y = new Buffer();
    private float[] trained = {};

    ConvolutionLayer(Convolution convolution, Shape input, LayerScope scope) {
        super(scope.name(), input, convolution.output(input));
        kernels = scope.kernels();
        workspace = scope.workspace();
        Window window = convolution.window();
        maps = new BorderedMaps(input, window.padding());
        samplesAtOnce = Math.max(1, MAP_FLOATS / Math.max(maps.shape().size(), output.size()));
        int in = input.channels();
        int out = output.channels();
        int down = maps.rowStep();
        places = Offsets.grid(
                samplesAtOnce,
                maps.shape().size(),
                output.height(),
                window.stride() * down,
                output.width(),
                window.stride() * in);
        taps = Offsets.grid(window.size(), down, window.size(), in, in, 1);
        weightRows = Offsets.steps(taps.count(), out);
        outputPixels = Offsets.steps(places.count(), out);
        outputChannels = Offsets.steps(out, 1);
        inputGradient = new InputGradient(window, input, output, samplesAtOnce, scope);
        int area = window.size() * window.size();
        weight = scope.weights(Math.multiplyExact(area * in, out), area * in, area * out, convolution.init());
        bias = convolution.bias() ? scope.zeros("bias", ParameterKind.BIAS, out) : null;
        sums = new ChannelSums(out);
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        float[] values = maps.values(x, batch);
        trained = pass.training() ? values : NOT_WANTED;
        float[] result = y.atLeast(batch * output.size());
        if (bias != null) {
            Rows.fill(result, 0, batch * pixels(), bias.value());
        }
        Matrix weights = weights(weight.value());
        for (int first = 0; first < batch; first += samplesAtOnce) {
            int samples = Math.min(samplesAtOnce, batch - first);
            maps.copy(x, first, samples);
            if (bias == null) {
                kernels.multiply(patches(values, first, samples), weights, outputs(result, first, samples), workspace);
            } else {
                kernels.multiplyAdd(
                        patches(values, first, samples), weights, outputs(result, first, samples), workspace);
            }
        }
        return result;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        Arrays.fill(weight.gradient(), 0f);
        Matrix gradient = weights(weight.gradient());
        for (int first = 0; first < batch; first += samplesAtOnce) {
            int samples = Math.min(samplesAtOnce, batch - first);
            Matrix patches = patches(trained, first, samples);
            kernels.multiplyAdd(patches.transposed(), outputs(g, first, samples), gradient, workspace);
        }
        if (bias != null) {
            sums.of(g, batch, pixels(), kernels);
            sums.copyTo(bias.gradient());
        }
        return wanted ? inputGradient.of(g, weight.value(), batch) : NOT_WANTED;
    }

    private int pixels() {
        return output.height() * output.width();
    }

    private Matrix patches(float[] values, int first, int samples) {
        return new Matrix(values, first * maps.shape().size(), places.range(0, samples * pixels()), taps);
    }

    private Matrix outputs(float[] values, int first, int samples) {
        return new Matrix(values, first * output.size(), outputPixels.range(0, samples * pixels()), outputChannels);
    }

    private Matrix weights(float[] values) {
        return new Matrix(values, 0, weightRows, outputChannels);
    }

    @Override
    List<Parameter> parameters() {
        return bias == null ? List.of(weight) : List.of(weight, bias);
    }
}
