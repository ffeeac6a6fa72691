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
    private float[] weight = {};

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
    public void beginForward(float[] weight, int batch) {
        this.weight = weight;
        maps.begin(batch);
    }

    @Override
    public void forward(Samples x, float[] y, int first, int samples, Workspace workspace) {
        maps.copy(x, first, samples);
        if (bias != null) {
            Rows.fill(y, first * output.size(), samples * pixels(), bias.value());
        }
        for (int group = 0; group < groups; group++) {
            Matrix patches = patches(x, first, samples, group);
            product(
                    patches,
                    weights(weight, group),
                    outputs(Samples.all(y), first, samples, group),
                    bias != null,
                    workspace);
        }
    }

    @Override
    public boolean readsInputAgain() {
        return maps.areTheMaps();
    }

    @Override
    public void beginInputGradient(float[] weight, int batch, boolean add, float[] gx) {
        inputGradient.begin(weight, batch, add, gx);
    }

    @Override
    public void inputGradient(Samples g, int first, int samples, Workspace workspace) {
        inputGradient.run(g, first, samples, workspace);
    }

    /** One chain of additions over the samples in their order. */
    @Override
    public void weightGradient(
            float[] sum, Samples x, Samples g, int first, int samples, boolean begins, Workspace workspace) {
        for (int group = 0; group < groups; group++) {
            Matrix patches = patches(x, first, samples, group).transposed();
            Matrix outputs = outputs(g, first, samples, group);
            product(patches, outputs, weights(sum, group), !begins, workspace);
        }
    }

    @Override
    public void endWeightGradient(float[] sum, Workspace workspace) {
        // It is what weightGradient has left.
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
    private Matrix patches(Samples x, int first, int samples, int group) {
        Samples bordered = maps.of(x);
        int from = bordered.at(first, maps.shape().size()) + group * (input.channels() / groups);
        return new Matrix(bordered.values(), from, places.range(0, samples * pixels()), taps);
    }

    private Matrix outputs(Samples maps, int first, int samples, int group) {
        int from = maps.at(first, output.size()) + group * outputChannels.count();
        return new Matrix(maps.values(), from, outputPixels.range(0, samples * pixels()), outputChannels);
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
