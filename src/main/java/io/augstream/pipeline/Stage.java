package io.augstream.pipeline;

import io.augstream.augment.Augmentation;

/**
 * One named step of a pipeline.
 *
 * @param name what the random stream is called after: the kind, or the stage's {@code name:}; unique in its pipeline
 * @param p the chance that it applies, in [0, 1]
 */
public record Stage(String name, double p, Augmentation augmentation) {
    public Stage {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must lie in [0, 1], got " + p);
        }
    }
}
