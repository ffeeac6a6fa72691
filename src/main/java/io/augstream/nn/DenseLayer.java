package io.augstream.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Dense} at work: y = x · W + b for the whole batch at once. */
final class DenseLayer extends Layer {
    /** Columns of a product that are a slice of the work: a whole number of panels at any vector width. */
    private static final int COLUMNS = 64;

    private final Kernels kernels;
    private final Crew crew;
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
        crew = scope.crew();
        int in = input.size();
        int out = dense.units();
        weight = scope.weights(Math.multiplyExact(in, out), in, out, dense.init());
        bias = dense.bias() ? scope.constants("bias", ParameterKind.BIAS, out, dense.biasInit()) : null;
        sums = new ChannelSums(output, scope);
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
            multiply(in, weights(weight.value()), out);
        } else {
            Rows.fill(result, 0, batch, bias.value());
            Matrix weights = weights(weight.value());
            eachColumns(
                    out,
                    (from, count, workspace) -> kernels.multiplyAdd(
                            in, weights.columnRange(from, count), out.columnRange(from, count), workspace));
        }
        return result;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        Matrix in = samples(x, batch, inputs);
        Matrix out = samples(g, batch, units);
        multiply(in.transposed(), out, weights(weight.gradient()));
        if (bias != null) {
            sums.of(g, batch, bias.gradient());
        }
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] result = gx.atLeast(batch * input.size());
        multiply(out, weights(weight.value()).transposed(), samples(result, batch, inputs));
        return result;
    }

    /** c = a · b. */
    private void multiply(Matrix a, Matrix b, Matrix c) {
        eachColumns(
                c,
                (from, count, workspace) ->
                        kernels.multiply(a, b.columnRange(from, count), c.columnRange(from, count), workspace));
    }

    /** Some columns of a product. */
    private interface Columns {
        void run(int from, int count, Workspace workspace);
    }

    /** Columns, not rows, so that each of the right operand's is copied into a panel once. */
    private void eachColumns(Matrix product, Columns columns) {
        int count = product.columns();
        crew.each((count + COLUMNS - 1) / COLUMNS, (slice, workspace) -> {
            int from = slice * COLUMNS;
            columns.run(from, Math.min(COLUMNS, count - from), workspace);
        });
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

    @Override
    long evaluationFloats(long samples) {
        return samples * output.size();
    }

    @Override
    long trainingFloats(long batch, boolean wanted) {
        return wanted ? batch * input.size() : 0;
    }
}
