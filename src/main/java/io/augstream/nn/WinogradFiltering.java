package io.augstream.nn;

import org.jspecify.annotations.Nullable;

/**
 * A convolution of 3 x 3 or 5 x 5 taps at stride 1 by Winograd's minimal filtering, each way. The gradient of the input is a
 * convolution too, of the output's gradient with the weights turned over.
 */
final class WinogradFiltering implements ConvolutionMethod {
    /** Channels in and out from which on the products gain more than the transforms cost. */
    private static final int LEAST_CHANNELS = 16;

    /** Samples that a group of a usual batch has, of 128; see {@link SampleGroups}. */
    private static final int USUAL_GROUP = 16;

    private final Shape input;
    private final Shape output;
    private final int taps;
    private final Crew crew;
    private final @Nullable Parameter bias;
    private final TransformedWeights weights;
    private final TransformedWeights turnedWeights;
    private final WinogradConvolution convolution;
    private final WinogradConvolution back;
    private final WinogradWeightGradient gradient;
    private final Buffer turned = new Buffer();
    private float[] transformed = {};
    private float[] transformedBack = {};
    private float[] inputGradient = {};
    private boolean addsGradient;

    WinogradFiltering(Convolution convolution, Shape input, Shape output, LayerScope scope, @Nullable Parameter bias) {
        this.input = input;
        this.output = output;
        this.bias = bias;
        crew = scope.crew();
        taps = convolution.kernelSize();
        int padding = convolution.padding();
        int size = Math.multiplyExact(input.channels(), output.channels());
        Kernels kernels = scope.kernels();
        weights = new TransformedWeights(scope, taps, size);
        turnedWeights = new TransformedWeights(scope, taps, size);
        this.convolution = new WinogradConvolution(kernels, taps, padding, input, output);
        back = new WinogradConvolution(kernels, taps, taps - 1 - padding, output, input);
        gradient = new WinogradWeightGradient(kernels, weights, taps, padding, input, output);
    }

    /** Whether it can be used, and its tiles save at least half of the products. */
    static boolean pays(Convolution convolution, Shape input, Shape output) {
        int taps = convolution.kernelSize();
        if (taps != 3 && taps != 5
                || convolution.stride() != 1
                || convolution.groups() != 1
                || convolution.padding() >= taps
                || Math.min(input.channels(), output.channels()) < LEAST_CHANNELS) {
            return false;
        }
        TileGrid grid = TileGrid.of(output, taps);
        int in = input.channels();
        int out = output.channels();
        // With fewer tiles than this, reading the transformed weights, 4 or 1.44 times as many, takes longer than the
        // products.
        long fewestTiles = (long) in * out / (in + out);
        if (USUAL_GROUP * (long) grid.rows() * grid.columns() < fewestTiles) {
            return false;
        }
        return 2 * grid.products() <= (long) taps * taps * output.height() * output.width();
    }

    @Override
    public int samplesAtOnce() {
        return convolution.samplesAtOnce();
    }

    @Override
    public void beginForward(float[] weight, int batch) {
        transformed = weights.of(weight);
    }

    @Override
    public void forward(Samples x, float[] y, int first, int samples, Workspace workspace) {
        convolution.run(x, transformed, false, y, first, samples, workspace);
        if (bias != null) {
            addBias(y, first * output.size(), samples * output.size(), bias.value());
        }
    }

    private static void addBias(float[] y, int offset, int length, float[] bias) {
        for (int from = offset; from < offset + length; from += bias.length) {
            for (int j = 0; j < bias.length; j++) {
                y[from + j] += bias[j];
            }
        }
    }

    @Override
    public boolean readsInputAgain() {
        return true;
    }

    @Override
    public void beginInputGradient(float[] weight, int batch, boolean add, float[] gx) {
        addsGradient = add;
        inputGradient = gx;
        float[] over = turned.atLeast(weight.length);
        int size = input.channels() * output.channels();
        int last = taps * taps - 1;
        crew.each(last + 1, (tap, workspace) -> transpose(weight, tap * size, over, (last - tap) * size));
        transformedBack = turnedWeights.of(over);
    }

    private void transpose(float[] from, int offset, float[] to, int start) {
        int in = input.channels();
        int out = output.channels();
        for (int i = 0; i < in; i++) {
            for (int j = 0; j < out; j++) {
                to[start + j * in + i] = from[offset + i * out + j];
            }
        }
    }

    @Override
    public void inputGradient(Samples g, int first, int samples, Workspace workspace) {
        back.run(g, transformedBack, addsGradient, inputGradient, first, samples, workspace);
    }

    @Override
    public void weightGradient(
            float[] sum, Samples x, Samples g, int first, int samples, boolean begins, Workspace workspace) {
        gradient.take(x, g, first, samples, begins, workspace);
    }

    @Override
    public void endWeightGradient(float[] sum, Workspace workspace) {
        gradient.end(sum, workspace);
    }

    @Override
    public long forwardFloats(long samples) {
        return weights.floats();
    }

    @Override
    public long inputGradientFloats(long samples) {
        long overturned = (long) taps * taps * input.channels() * output.channels();
        return overturned + turnedWeights.floats();
    }
}
