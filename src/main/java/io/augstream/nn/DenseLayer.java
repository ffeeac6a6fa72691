package io.augstream.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Dense} at work: y = x · W + b for the whole batch at once. */
final class DenseLayer extends Layer {
    private final Kernels kernels;
    private final Workspace workspace;
    private final Parameter weight;
    private final @Nullable Parameter bias;
    private final ChannelSums sums;
    private final Offsets inputs;
    private final Offsets units;
    private final Offsets weightRows;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();
    private float[] x = {};

    DenseLayer(Dense dense, Shape input, LayerScope scope) {
        super(scope.name(), input, dense.output(input));
        kernels = scope.kernels();
        workspace = scope.workspace();
        int in = input.size();
        int out = dense.units();
        weight = scope.weights(Math.multiplyExact(in, out), in, out, dense.init());
        bias = dense.bias() ? scope.zeros("bias", ParameterKind.BIAS, out) : null;
        sums = new ChannelSums(out);
        inputs = Offsets.steps(in, 1);
        units = Offsets.steps(out, 1);
        weightRows = Offsets.steps(in, out);
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        this.x = pass.training() ? x : NOT_WANTED;
        float[] result = y.atLeast(batch * output.size());
        Matrix in = samples(x, batch, inputs);
        Matrix out = samples(result, batch, units);
        if (bias == null) {
            kernels.multiply(in, weights(weight.value()), out, workspace);
        } else {
            Rows.fill(result, 0, batch, bias.value());
            kernels.multiplyAdd(in, weights(weight.value()), out, workspace);
        }
        return result;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        Matrix in = samples(x, batch, inputs);
        Matrix out = samples(g, batch, units);
        kernels.multiply(in.transposed(), out, weights(weight.gradient()), workspace);
        if (bias != null) {
            sums.of(g, batch, 1, kernels);
            sums.copyTo(bias.gradient());
        }
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] result = gx.atLeast(batch * input.size());
        Matrix gradient = samples(result, batch, inputs);
        kernels.multiply(out, weights(weight.value()).transposed(), gradient, workspace);
        return result;
    }

    private Matrix weights(float[] values) {
        return new Matrix(values, 0, weightRows, units);
    }

    private static Matrix samples(float[] values, int batch, Offsets columns) {
        return new Matrix(values, 0, Offsets.steps(batch, columns.count()), columns);
    }

    @Override
    List<Parameter> parameters() {
        return bias == null ? List.of(weight) : List.of(weight, bias);
    }
}
