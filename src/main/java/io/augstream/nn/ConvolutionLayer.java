package io.augstream.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link Convolution} at work, by the {@link ConvolutionMethod} that suits its shapes. Forward and to the input, a slice of
 * the work is some samples. The weight gradient is summed over a fixed number of groups of samples, and then over the groups
 * in their order; so the number of samples at a time shows in no bit.
 */
final class ConvolutionLayer extends Layer {
    private final Crew crew;
    private final ConvolutionMethod method;
    private final Parameter weight;
    private final @Nullable Parameter bias;
    private final int weightCount;
    private final PartialSums partialSums;
    private final ChannelSums biasSums;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();
    private boolean addsGradient;
    private float[] gradientSum = {};
    private @Nullable BatchStatistics measured;
    private @Nullable BatchNormLayer before;
    private @Nullable BatchNormLayer after;
    private float[] x = {};

    ConvolutionLayer(Convolution convolution, Shape input, LayerScope scope) {
        super(scope.name(), input, convolution.output(input));
        crew = scope.crew();
        int area = convolution.kernelSize() * convolution.kernelSize();
        int fanIn = area * (input.channels() / convolution.groups());
        int fanOut = area * (output.channels() / convolution.groups());
        weightCount = Math.multiplyExact(fanIn, output.channels());
        weight = scope.weights(weightCount, fanIn, fanOut, convolution.init());
        bias = convolution.bias()
                ? scope.constants("bias", ParameterKind.BIAS, output.channels(), convolution.biasInit())
                : null;
        method = ConvolutionMethod.of(convolution, input, output, scope, bias);
        partialSums = scope.partialSums();
        biasSums = new ChannelSums(output, scope);
    }

    /**
     * From now on has the statistics of a batch norm that follows taken of each output in training, while it is in a cache;
     * and computes that one's gradient for some samples when it needs it, so that it never lies in memory.
     */
    void takeOverFrom(BatchNormLayer norm) {
        measured = norm.measuredByTheLayerBefore();
        if (bias == null) {
            norm.leaveGradient();
            after = norm;
        }
    }

    /** From now on computes the outputs of a batch norm that comes before for some samples, whenever it needs them. */
    void computeInputsOf(BatchNormLayer norm) {
        norm.leaveOutput();
        before = norm;
    }

    /** From now on adds ∂E/∂input to what {@link #gradientSum} is given before each backward pass that wants it. */
    void addGradient() {
        addsGradient = true;
    }

    boolean addsGradient() {
        return addsGradient;
    }

    /** @param sum becomes what the backward pass gives back */
    void gradientSum(float[] sum) {
        gradientSum = sum;
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        float[] result = y.atLeast(batch * output.size());
        BatchStatistics statistics = pass.training() ? measured : null;
        if (statistics != null) {
            statistics.prepare(batch);
        }
        int step = method.samplesAtOnce();
        this.x = x;
        method.beginForward(weight.value(), batch);
        crew.eachGroup(batch, (group, from, end, workspace) -> {
            for (int first = from; first < end; first += step) {
                int samples = Math.min(step, end - first);
                method.forward(inputs(first, samples, workspace), result, first, samples, workspace);
                if (statistics != null) {
                    statistics.measure(result, group, first, first + samples);
                }
            }
        });
        return result;
    }

    private Samples inputs(int first, int samples, Workspace workspace) {
        if (before == null) {
            return Samples.all(x);
        }
        float[] some = workspace.inputs.atLeast(samples * input.size());
        before.normalise(first, samples, some, 0);
        return new Samples(some, first);
    }

    private Samples gradients(float[] g, int first, int samples, Workspace workspace) {
        if (after == null) {
            return Samples.all(g);
        }
        float[] some = workspace.gradients.atLeast(samples * output.size());
        after.gradient(first, samples, some, 0);
        return new Samples(some, first);
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        int step = method.samplesAtOnce();
        float[] result = NOT_WANTED;
        if (wanted) {
            result = addsGradient ? gradientSum : gx.atLeast(batch * input.size());
            method.beginInputGradient(weight.value(), batch, addsGradient, result);
        }
        float[][] sums = partialSums.begin(Crew.groups(batch), weight.gradient());
        crew.eachGroup(batch, (group, from, end, workspace) -> {
            for (int first = from; first < end; first += step) {
                int samples = Math.min(step, end - first);
                Samples gradients = gradients(g, first, samples, workspace);
                Samples inputs = method.readsInputAgain() ? inputs(first, samples, workspace) : Samples.all(x);
                method.weightGradient(sums[group], inputs, gradients, first, samples, first == from, workspace);
                if (wanted) {
                    method.inputGradient(gradients, first, samples, workspace);
                }
            }
            method.endWeightGradient(sums[group], workspace);
        });
        partialSums.end(Crew.groups(batch), weight.gradient(), crew);
        if (bias != null) {
            biasSums.of(g, batch, bias.gradient());
        }
        return result;
    }

    @Override
    List<Parameter> parameters() {
        return bias == null ? List.of(weight) : List.of(weight, bias);
    }

    @Override
    long evaluationFloats(long samples) {
        return samples * output.size() + method.forwardFloats(samples);
    }

    @Override
    long trainingFloats(long batch, boolean wanted) {
        if (!wanted) {
            return 0;
        }
        return method.inputGradientFloats(batch) + (addsGradient ? 0 : batch * input.size());
    }

    @Override
    long borrowedFloats(int batch) {
        return (Crew.groups(batch) - 1L) * weightCount;
    }
}
