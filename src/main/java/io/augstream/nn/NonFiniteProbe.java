package io.augstream.nn;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks through the layers' outputs, in the order in which they are computed, for the first that is not finite. */
final class NonFiniteProbe {
    private @Nullable String found;

    /** @param values of which the first {@code length} are the layer's output */
    void look(String layer, float[] values, int length) {
        if (found == null && !Finite.all(values, length)) {
            found = layer;
        }
    }

    /** The name of the layer, the innermost of nested ones. */
    Optional<String> found() {
        return Optional.ofNullable(found);
    }
}
