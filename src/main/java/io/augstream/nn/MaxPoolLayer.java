package io.augstream.nn;

import java.util.Arrays;

/** {@link MaxPool} at work; it remembers for each output which tap of its window won. */
final class MaxPoolLayer extends Layer {
    private final WindowTaps taps;
    private final Kernels kernels;
    private final Crew crew;
    private final Buffer y = new Buffer();
    private final Buffer which = new Buffer();
    private final Buffer gx = new Buffer();

    MaxPoolLayer(MaxPool pool, Shape input, LayerScope scope) {
        super(scope.name(), input, pool.output(input));
        taps = new WindowTaps(pool.window(), input, output);
        kernels = scope.kernels();
        crew = scope.crew();
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        int length = batch * output.size();
        float[] best = y.atLeast(length);
        float[] winners = which.atLeast(length);
        int channels = input.channels();
        int step = taps.inputStep();
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            Arrays.fill(best, first * output.size(), end * output.size(), Float.NEGATIVE_INFINITY);
            Arrays.fill(winners, first * output.size(), end * output.size(), 0f);
            taps.forEach(
                    first, end, (tap, in, out, n) -> kernels.larger(x, in, step, tap, best, winners, out, n, channels));
        });
        return best;
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] winners = which.atLeast(batch * output.size());
        float[] result = gx.atLeast(batch * input.size());
        int channels = input.channels();
        int step = taps.inputStep();
        crew.eachGroup(batch, (group, first, end, workspace) -> {
            Arrays.fill(result, first * input.size(), end * input.size(), 0f);
            taps.forEach(
                    first,
                    end,
                    (tap, in, out, n) -> kernels.addWhere(tap, winners, g, out, result, in, step, n, channels));
        });
        return result;
    }

    @Override
    long evaluationFloats(long samples) {
        return 2 * samples * output.size();
    }

    @Override
    long trainingFloats(long batch, boolean wanted) {
        return wanted ? batch * input.size() : 0;
    }
}
