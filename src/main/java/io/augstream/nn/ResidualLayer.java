package io.augstream.nn;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Residual} at work: the sum of two ways forward, and of the two gradients that come back. */
final class ResidualLayer extends Layer {
    private final Sequence branch;
    private final Sequence shortcut;
    private final @Nullable Layer activation;
    private final Buffer y = new Buffer();
    private final Buffer gx = new Buffer();

    ResidualLayer(Residual residual, Shape input, LayerScope scope) {
        super(scope.name(), input, residual.output(input));
        branch = Sequence.build(residual.branch(), input, scope.within("branch"));
        shortcut = Sequence.build(residual.shortcut(), input, scope.within("shortcut"));
        Activation function = residual.activation();
        activation = function == null ? null : Layers.build(function, output, scope.within("activation"));
    }

    @Override
    float[] forward(float[] x, int batch, Pass pass) {
        float[] sum = y.atLeast(batch * output.size());
        add(branch.forward(x, batch, pass), shortcut.forward(x, batch, pass), batch * output.size(), sum);
        return activation == null ? sum : activation.forward(sum, batch, pass);
    }

    @Override
    float[] backward(float[] g, int batch, boolean wanted) {
        float[] both = activation == null ? g : activation.backward(g, batch, true);
        float[] ofBranch = branch.backward(both, batch, wanted);
        float[] ofShortcut = shortcut.backward(both, batch, wanted);
        if (!wanted) {
            return NOT_WANTED;
        }
        float[] result = gx.atLeast(batch * input.size());
        add(ofBranch, ofShortcut, batch * input.size(), result);
        return result;
    }

    private static void add(float[] a, float[] b, int length, float[] sum) {
        for (int i = 0; i < length; i++) {
            sum[i] = a[i] + b[i];
        }
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
}
