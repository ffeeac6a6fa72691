package io.augstream.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@link Residual} at work: the sum of two ways forward, and of the two gradients that come back. A batch norm at the end
 * of the branch, with a ReLU after the sum, does the sum and the ReLU in its own pass; and then a convolution that comes
 * first adds its gradient to the other way's.
 */
final class ResidualLayer extends Layer {
    private final Sequence branch;
    private final Sequence shortcut;
    private final @Nullable Layer activation;
    private final @Nullable BatchNormLayer sumsAndRectifies;
    private final @Nullable ConvolutionLayer addsGradient;
    private final Kernels kernels;
    private final Crew crew;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();

    ResidualLayer(Residual residual, Shape input, LayerScope scope) {
        super(scope.name(), input, residual.output(input));
        branch = Sequence.build(residual.branch(), input, scope.within("branch"));
        shortcut = Sequence.build(residual.shortcut(), input, scope.within("shortcut"));
        Activation function = residual.activation();
        activation = function == null ? null : Layers.build(function, output, scope.within("activation"));
        kernels = scope.kernels();
        crew = scope.crew();
        if (activation instanceof ReluLayer && branch.last() instanceof BatchNormLayer norm && norm.isPlain()) {
            norm.addAndRectify();
            sumsAndRectifies = norm;
            addsGradient = adder();
        } else {
            sumsAndRectifies = null;
            addsGradient = null;
        }
    }

    /** The layer whose gradient comes last, if it can add it. */
    private @Nullable ConvolutionLayer adder() {
        Layer last = (isIdentity() ? branch : shortcut).first();
        if (last instanceof ConvolutionLayer convolution) {
            convolution.addGradient();
            return convolution;
        }
        return null;
    }

    private boolean isIdentity() {
        return shortcut.first() == null;
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        float[] skip = shortcut.forward(x, batch, pass);
        if (sumsAndRectifies != null) {
            sumsAndRectifies.skip(skip);
            return branch.forward(x, batch, pass);
        }
        float[] sum = y.atLeast(batch * output.size());
        add(branch.forward(x, batch, pass), skip, output, batch, sum);
        return activation == null ? sum : activation.forward(sum, batch, pass);
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (sumsAndRectifies != null && addsGradient != null) {
            return backward(g, batch, wanted, sumsAndRectifies.passedGradient(batch), addsGradient);
        }
        float[] both = sumsAndRectifies != null || activation == null ? g : activation.backward(g, batch, true);
        float[] ofBranch = branch.backward(both, batch, wanted);
        if (sumsAndRectifies != null) {
            both = sumsAndRectifies.passedGradient(batch);
        }
        float[] ofShortcut = shortcut.backward(both, batch, wanted);
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] result = gx.atLeast(batch * input.size());
        add(ofBranch, ofShortcut, input, batch, result);
        return result;
    }

    /** The way that comes last adds its gradient to the other's. */
    private float[] backward(float[] g, int batch, boolean wanted, float[] ofSum, ConvolutionLayer adder) {
        if (isIdentity()) {
            adder.gradientSum(ofSum);
            return branch.backward(g, batch, wanted);
        }
        adder.gradientSum(branch.backward(g, batch, wanted));
        return shortcut.backward(ofSum, batch, wanted);
    }

    private void add(float[] a, float[] b, Shape shape, int batch, float[] sum) {
        crew.eachGroup(
                batch,
                (group, first, end, workspace) ->
                        kernels.add(a, b, first * shape.size(), (end - first) * shape.size(), sum));
    }

    @Override
    List<Parameter> parameters() {
        return Stream.concat(branch.parameters().stream(), shortcut.parameters().stream())
                .toList();
    }

    @Override
    List<RunningStatistic> statistics() {
        return Stream.concat(branch.statistics().stream(), shortcut.statistics().stream())
                .toList();
    }

    @Override
    long evaluationFloats(long samples) {
        if (sumsAndRectifies != null) {
            return 0;
        }
        return samples * output.size() + (activation == null ? 0 : activation.evaluationFloats(samples));
    }

    @Override
    long trainingFloats(long batch, boolean wanted) {
        long ofActivation = sumsAndRectifies != null || activation == null ? 0 : activation.trainingFloats(batch, true);
        return ofActivation + (wanted && addsGradient == null ? batch * input.size() : 0);
    }

    @Override
    List<LayerPlan> within(PlannedBatch batch, boolean wanted) {
        List<LayerPlan> plans = new ArrayList<>(branch.plan(batch, wanted));
        plans.addAll(shortcut.plan(batch, wanted));
        return plans;
    }
}
