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
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();
    private float[] x = {};

    DenseLayer(Dense dense, Shape input, LayerScope scope) {
        super(scope.name(), input, dense.output(input));
        kernels = scope.kernels();
        workspace = scope.workspace();
        int inputs = input.size();
        int units = dense.units();
        weight = scope.weights(Math.multiplyExact(inputs, units), inputs, units, dense.init());
        bias = dense.bias() ? scope.zeros("bias", ParameterKind.BIAS, units) : null;
        sums = new ChannelSums(units);
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        this.x = pass.training() ? x : NOT_WANTED;
        int units = output.size();
        float[] result = y.atLeast(batch * units);
        Matrix in = Matrix.of(x, 0, batch, input.size());
        Matrix out = Matrix.of(result, 0, batch, units);
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
        Matrix in = Matrix.of(x, 0, batch, input.size());
        Matrix out = Matrix.of(g, 0, batch, output.size());
        kernels.multiply(in.transposed(), out, weights(weight.gradient()), workspace);
        if (bias != null) {
            sums.of(g, batch, 1, kernels);
            sums.copyTo(bias.gradient());
        }
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] result = gx.atLeast(batch * input.size());
        Matrix gradient = Matrix.of(result, 0, batch, input.size());
        kernels.multiply(out, weights(weight.value()).transposed(), gradient, workspace);
        return result;
    }

    private Matrix weights(float[] values) {
        return Matrix.of(values, 0, input.size(), output.size());
    }

    @Override
    List<Parameter> parameters() {
        return bias == null ? List.of(weight) : List.of(weight, bias);
    }
}
