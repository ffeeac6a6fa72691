package io.augstream.nn;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks through the layers' outputs, in the order in which they are computed, for the first that is not finite. */
final class NonFiniteProbe implements LayerProbe {
    private @Nullable String found;

    @Override
    public void look(Layer layer, float[] x, float[] y, int batch) {
        if (found == null && !Finite.all(y, batch * layer.output.size())) {
            found = layer.name;
        }
    }

    /** The name of the layer, the innermost of nested ones. */
    Optional<String> found() {
        return Optional.ofNullable(found);
    }
}
