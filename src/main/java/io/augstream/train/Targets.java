package io.augstream.train;

import io.augstream.dataset.Batch;
import io.augstream.nn.Loss;

/** The loss of a batch against what it asks for: its soft targets where it has some, else its labels. */
final class Targets {
    private Targets() {}

    /** @param gradient receives ∂loss/∂outputs; its length is at least that of the outputs */
    static double loss(Loss loss, float[] outputs, Batch batch, int classes, float[] gradient) {
        return batch.targets()
                .map(shares -> loss.loss(outputs, shares, batch.size(), classes, gradient))
                .orElseGet(() -> loss.loss(outputs, batch.labels(), classes, gradient));
    }

    static double loss(Loss loss, float[] outputs, Batch batch, int classes) {
        return batch.targets().isPresent()
                ? loss(loss, outputs, batch, classes, new float[batch.size() * classes])
                : loss.loss(outputs, batch.labels(), classes);
    }
}
