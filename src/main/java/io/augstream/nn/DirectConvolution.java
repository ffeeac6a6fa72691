package io.augstream.nn;

import org.jspecify.annotations.Nullable;

/**
 * A convolution as products of matrices, whatever its window. The patches of the input that the window sees are a matrix, a
 * row for each place of the window and a column for each tap (kernel row by kernel row, pixel by pixel, channel by channel),
 * which overlap in the input's maps, so that nothing is copied but the maps into their borders.
 */
final class DirectConvolution implements ConvolutionMethod {
    /** Floats in the maps of the samples at a time: 512 KiB, about half of a second-level cache. */
    private static final int MAP_FLOATS = 1 << 17;

    private final Shape input;
    private final Shape output;
    private final Kernels kernels;
    private final @Nullable Parameter bias;
    private final int samplesAtOnce;
    private final int groups;
    private final BorderedMaps maps;
    private final Offsets places;
    private final Offsets taps;
    private final Offsets weightRows;
    private final Offsets outputPixels;
    private final Offsets outputChannels;
    private final InputGradient inputGradient;
    private float[] x = {};
    private float[] bordered = {};
    private float[] weight = {};
    private float[] g = {};

    DirectConvolution(Convolution convolution, Shape input, Shape output, LayerScope scope, @Nullable Parameter bias) {
        this.input = input;
        this.output = output;
        this.bias = bias;
        kernels = scope.kernels();
        Window window = convolution.window();
        maps = new BorderedMaps(input, window.padding());
        samplesAtOnce = Math.max(1, MAP_FLOATS / Math.max(maps.shape().size(), output.size()));
        int in = input.channels();
        int out = output.channels();
        int down = maps.rowStep();
        groups = convolution.groups();
        places = Offsets.grid(
                samplesAtOnce,
                maps.shape().size(),
                output.height(),
                window.stride() * down,
                output.width(),
                window.stride() * in);
        taps = Offsets.grid(window.size(), down, window.size(), in, in / groups, 1);
        weightRows = Offsets.steps(taps.count(), out);
        outputPixels = Offsets.steps(places.count(), out);
        outputChannels = Offsets.steps(out / groups, 1);
        inputGradient = new InputGradient(window, groups, input, output, samplesAtOnce, scope);
    }

    @Override
    public int samplesAtOnce() {
        return samplesAtOnce;
    }

    @Override
    public void beginForward(float[] x, float[] weight, int batch) {
        this.x = x;
        this.weight = weight;
        bordered = maps.values(x, batch);
    }

    @Override
    public void forward(float[] y, int first, int samples, Workspace workspace) {
        maps.copy(x, first, samples);
        if (bias != null) {
            Rows.fill(y, first * output.size(), samples * pixels(), bias.value());
        }
        for (int group = 0; group < groups; group++) {
            Matrix patches = patches(first, samples, group);
            product(patches, weights(weight, group), outputs(y, first, samples, group), bias != null, workspace);
        }
    }

    @Override
    public void beginBackward(float[] g) {
        this.g = g;
    }

    @Override
    public void beginInputGradient(float[] weight, int batch, boolean add, float[] gx) {
        inputGradient.begin(g, weight, batch, add, gx);
    }

    @Override
    public void inputGradient(int first, int samples, Workspace workspace) {
        inputGradient.run(first, samples, workspace);
    }

    /** One chain of additions over the samples in their order. */
    @Override
    public void weightGradient(float[] sum, int first, int end, Workspace workspace) {
        for (int sample = first; sample < end; sample += samplesAtOnce) {
            int samples = Math.min(samplesAtOnce, end - sample);
            for (int group = 0; group < groups; group++) {
                Matrix patches = patches(sample, samples, group).transposed();
                Matrix outputs = outputs(g, sample, samples, group);
                product(patches, outputs, weights(sum, group), sample > first, workspace);
            }
        }
    }

    private void product(Matrix a, Matrix b, Matrix c, boolean add, Workspace workspace) {
        if (add) {
            kernels.multiplyAdd(a, b, c, workspace);
        } else {
            kernels.multiply(a, b, c, workspace);
        }
    }

    private int pixels() {
        return output.height() * output.width();
    }

    /** The patches of the channels of one group. */
    private Matrix patches(int first, int samples, int group) {
        int from = first * maps.shape().size() + group * (input.channels() / groups);
        return new Matrix(bordered, from, places.range(0, samples * pixels()), taps);
    }

    private Matrix outputs(float[] values, int first, int samples, int group) {
        int from = first * output.size() + group * outputChannels.count();
        return new Matrix(values, from, outputPixels.range(0, samples * pixels()), outputChannels);
    }

    /** The weights of all groups lie side by side, as their output channels do. */
    private Matrix weights(float[] values, int group) {
        return new Matrix(values, group * outputChannels.count(), weightRows, outputChannels);
    }

    @Override
    public long forwardFloats(long samples) {
        return samples * maps.copiedFloats();
    }

    @Override
    public long inputGradientFloats(long samples) {
        return samples * inputGradient.copiedFloats();
    }
}
