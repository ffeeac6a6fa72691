package io.augstream.nn;

/** {@link Relu} at work; its output tells the backward pass which inputs were positive. */
final class ReluLayer extends Layer {
    private final Kernels kernels;
    private final Crew crew;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();

    ReluLayer(Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        kernels = scope.kernels();
        crew = scope.crew();
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        int length = batch * input.size();
        float[] result = y.atLeast(length);
        crew.eachGroup(
                batch,
                (group, first, end, workspace) ->
                        kernels.rectify(x, first * input.size(), (end - first) * input.size(), result));
        return result;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        int length = batch * input.size();
        float[] result = gx.atLeast(length);
        float[] outputs = y.atLeast(length);
        crew.eachGroup(
                batch,
                (group, first, end, workspace) ->
                        kernels.reluGradient(g, outputs, first * input.size(), (end - first) * input.size(), result));
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
