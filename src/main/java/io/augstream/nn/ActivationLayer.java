package io.augstream.nn;

import java.util.function.DoubleUnaryOperator;

/** An {@link Activation} at work that is given by its function and derivative. */
final class ActivationLayer extends Layer {
    private final DoubleUnaryOperator function;
    private final DoubleUnaryOperator derivative;
    private final Crew crew;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();
    private float[] x = {};

    ActivationLayer(DoubleUnaryOperator function, DoubleUnaryOperator derivative, Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        crew = scope.crew();
        this.function = function;
        this.derivative = derivative;
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        this.x = pass.training() ? x : NOT_WANTED;
        int length = batch * input.size();
        float[] result = y.atLeast(length);
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            for (int i = first * input.size(); i < end * input.size(); i++) {
                result[i] = (float) function.applyAsDouble(x[i]);
            }
        });
        return result;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        int length = batch * input.size();
        float[] result = gx.atLeast(length);
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            for (int i = first * input.size(); i < end * input.size(); i++) {
                result[i] = (float) (g[i] * derivative.applyAsDouble(x[i]));
            }
        });
        return result;
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
