package io.augstream.nn;

/** An {@link Activation} at work of which the way back needs the inputs. */
final class ActivationLayer extends Layer {
    private final ActivationLoops loops;
    private final Crew crew;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();
    private float[] x = {};

    ActivationLayer(ActivationLoops loops, Shape input, LayerScope scope) {
        super(scope.name(), input, input);
        crew = scope.crew();
        this.loops = loops;
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        this.x = pass.training() ? x : NOT_WANTED;
        int length = batch * input.size();
        float[] result = y.atLeast(length);
        crew.eachGroup(
                batch,
                (group, first, end, workspace) ->
                        loops.values(x, first * input.size(), (end - first) * input.size(), result));
        return result;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        int length = batch * input.size();
        float[] result = gx.atLeast(length);
        crew.eachGroup(
                batch,
                (group, first, end, workspace) ->
                        loops.gradients(g, x, first * input.size(), (end - first) * input.size(), result));
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
