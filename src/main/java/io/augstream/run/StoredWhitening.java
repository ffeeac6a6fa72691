package io.augstream.run;

import io.augstream.dataset.Whitening;
import io.augstream.settings.Section;
import io.augstream.train.Checkpoint;
import io.augstream.train.safetensors.Tensor;
import java.util.List;
import java.util.Map;

/** A whitening in a checkpoint: ε in its metadata, m and W among its tensors. */
final class StoredWhitening {
    private static final String MEAN = "input.whitening.mean";
    private static final String MATRIX = "input.whitening.matrix";

    private StoredWhitening() {}

    static Map<String, Object> notes(Whitening whitening) {
        return Map.of("zca", Map.of("epsilon", whitening.epsilon()));
    }

    static List<Tensor> tensors(Whitening whitening) {
        float[] mean = whitening.mean();
        return List.of(
                Tensor.of(MEAN, mean), new Tensor(MATRIX, List.of(mean.length, mean.length), whitening.matrix()));
    }

    /** @throws IllegalArgumentException if the tensors are missing, or none that {@link #tensors} gave */
    static Whitening read(Section notes, Checkpoint checkpoint) {
        double epsilon = notes.section("zca").get("epsilon").number();
        return new Whitening(epsilon, floats(checkpoint, MEAN), floats(checkpoint, MATRIX));
    }

    private static float[] floats(Checkpoint checkpoint, String name) {
        Tensor tensor = checkpoint
                .tensor(name)
                .orElseThrow(() -> new IllegalArgumentException("tensor '" + name + "' is missing"));
        if (!(tensor.values() instanceof float[] values)) {
            throw new IllegalArgumentException("tensor '" + name + "' is " + tensor.layout() + ", it must be F32");
        }
        return values;
    }
}
